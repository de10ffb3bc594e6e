package io.restoregateway.sandbox;

import java.util.List;

/** The assets of Atlan's published examples, under their published names and guids. */
final class SeedExamples {

    private static final String GLOSSARY_NAME = "FzCMyPR2LxkPFgr8eNGrq";

    private SeedExamples() {}

    static void plant(SeedPlan plan) {
        SeedAsset connection = plan.add(
                        "e185209b-4b08-4e2f-acc7-35c47229f67f",
                        "Connection",
                        "default/mongodb/mongodb.atlan.com",
                        "mongodb.atlan.com")
                .createdBy(SandboxTenant.TOKEN_USER)
                .with("category", "warehouse")
                .with("connectorName", "mongodb")
                .with("adminUsers", List.of("jsmith"))
                .with("adminGroups", List.of("group2"))
                .with("adminRoles", List.of(SeedSources.ADMIN_ROLE))
                .archived("mwong", 3);
        plantCollections(plan, connection);
        plantGlossary(plan);
    }

    private static void plantCollections(SeedPlan plan, SeedAsset connection) {
        SeedAsset database = within(plan, connection, "MongoDBDatabase", "shop").archived("mwong", 3);
        for (String name : List.of("carts", "sessions", "reviews", "wishlists")) {
            within(plan, connection, "MongoDBCollection", "shop/" + name)
                    .with("name", name)
                    .in(database)
                    .archived("mwong", 3);
        }
    }

    private static SeedAsset within(SeedPlan plan, SeedAsset connection, String typeName, String path) {
        return plan.add(typeName, connection.qualifiedName() + "/" + path, path)
                .with("connectionQualifiedName", connection.qualifiedName())
                .with("connectorName", "mongodb");
    }

    private static void plantGlossary(SeedPlan plan) {
        SeedAsset glossary = plan.add(
                        "51a28d46-b700-4c9d-807d-397f25f2b6d6", "AtlasGlossary", GLOSSARY_NAME, "Concepts")
                .createdBy("jsmith")
                .with("shortDescription", "What our words mean");
        SeedAsset category = plan.add("AtlasGlossaryCategory", "kP3mZ9cWbT1xQvY7uRs2n@" + GLOSSARY_NAME, "Sales")
                .createdBy("jsmith")
                .in(glossary);
        term(plan, glossary, "gsNccqJraDZqM6WyGP3ea", "Example").archived("jsmith", 5);
        term(plan, glossary, "B2oq8hJRAUg6V7CYa7Y7o", "Another Example").archived("jsmith", 5);
        for (String name : List.of("Revenue", "Churn", "Customer", "Order", "Net Promoter Score")) {
            SeedAsset term = term(plan, glossary, Guids.nanoId(GLOSSARY_NAME, name), name);
            plan.connect("AtlasGlossaryTermCategorization", term, category);
        }
    }

    private static SeedAsset term(SeedPlan plan, SeedAsset glossary, String id, String name) {
        return plan.add("AtlasGlossaryTerm", id + "@" + glossary.qualifiedName(), name)
                .createdBy("jsmith")
                .in(glossary);
    }
}
