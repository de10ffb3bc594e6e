package io.restoregateway.sandbox;

import java.util.List;
import java.util.Map;

/** What people made: an archived glossary, domains and products, saved queries, links, a procedure. */
final class SeedGovernance {

    private static final String RETIRED = "Wm4nT8yLs0QdKj6vBz3Xf";
    private static final String DOMAIN = "default/domain/tR7kLpW2sVqXcB9nMzD4e/super";

    private SeedGovernance() {}

    static void plant(SeedPlan plan) {
        plantArchivedGlossary(plan);
        plantDomains(plan);
        plantQueries(plan);
    }

    private static void plantArchivedGlossary(SeedPlan plan) {
        SeedAsset glossary = plan.add("AtlasGlossary", RETIRED, "Retired metrics")
                .createdBy("aschmidt")
                .archived("aschmidt", 14);
        for (String name : List.of("Web", "Shop")) {
            plan.add("AtlasGlossaryCategory", Guids.nanoId(RETIRED, name) + "@" + RETIRED, name)
                    .createdBy("aschmidt")
                    .in(glossary)
                    .archived("aschmidt", 14);
        }
        for (String name : List.of("Page view", "Bounce rate", "Basket size", "Session length")) {
            double daysAgo = name.equals("Session length") ? 90 : 14;
            plan.add("AtlasGlossaryTerm", Guids.nanoId(RETIRED, name) + "@" + RETIRED, name)
                    .createdBy("aschmidt")
                    .in(glossary)
                    .archived("aschmidt", daysAgo);
        }
    }

    private static void plantDomains(SeedPlan plan) {
        SeedAsset domain = plan.add("DataDomain", DOMAIN, "Commerce").createdBy("mwong");
        product(plan, DOMAIN, "Orders 360").in(domain).with("daapStatus", "Active");
        product(plan, DOMAIN, "Customer lifetime value").in(domain).archived("mwong", 7);
        product(plan, "default/domain/pQ5sJhG8wZxYrN1cVbT6m/super", "Left without a domain")
                .archived("mwong", 40);
    }

    private static SeedAsset product(SeedPlan plan, String domain, String name) {
        return plan.add("DataProduct", domain + "/product/" + Guids.nanoId(domain, name), name)
                .createdBy("mwong")
                .with("parentDomainQualifiedName", domain)
                .with("superDomainQualifiedName", domain)
                .with("daapStatus", "Archived");
    }

    private static void plantQueries(SeedPlan plan) {
        String name = "default/collection/jsmith/" + Guids.nanoId("collection");
        SeedAsset collection = plan.add("Collection", name, "Ad hoc").createdBy("jsmith");
        SeedAsset folder = plan.add("Folder", name + "/folder/" + Guids.nanoId("folder"), "Month end")
                .createdBy("jsmith")
                .with("parentQualifiedName", name)
                .with("collectionQualifiedName", name)
                .in(collection);
        query(plan, collection, folder, "Open invoices").archived("jsmith", 2);
        query(plan, collection, folder, "Late payments");
        SeedAsset old = plan.add("Collection", "default/collection/mwong/" + Guids.nanoId("old"), "Old experiments")
                .createdBy("mwong")
                .archived("mwong", 60);
        query(plan, old, old, "Cohorts").archived("mwong", 60);
    }

    private static SeedAsset query(SeedPlan plan, SeedAsset collection, SeedAsset parent, String name) {
        return plan.add("Query", parent.qualifiedName() + "/query/" + Guids.nanoId(name), name)
                .createdBy("jsmith")
                .with("parentQualifiedName", parent.qualifiedName())
                .with("collectionQualifiedName", collection.qualifiedName())
                .with("rawQueryText", "select * from DB.SCHEMA.INVOICES -- " + name)
                .hanging(List.of("saved"), Map.of("team", "finance"), List.of())
                .in(parent);
    }
}
