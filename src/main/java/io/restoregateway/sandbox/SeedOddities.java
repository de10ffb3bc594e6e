package io.restoregateway.sandbox;

import java.util.List;
import java.util.Map;

/** One of each of the cases that a restore can go wrong with. */
final class SeedOddities {

    private SeedOddities() {}

    static void plant(SeedPlan plan) {
        SeedAsset connection = SeedSources.connection(plan, "redshift", "1690000000", "people", "warehouse");
        SeedAsset database = SeedSources.database(plan, connection, "hr");
        SeedAsset schema = SeedSources.schema(plan, connection, database, "core");
        plantNamesakes(plan, connection, schema);
        plantForbidden(plan, connection, schema);
        plantRich(plan, connection, schema);
        plantWithoutAdmin(plan);
        plantNotRestorable(plan);
        SeedAsset contact = table(plan, connection, schema, "contact");
        plan.add("Link", contact.qualifiedName() + "/link/wiki", "Wiki page")
                .createdBy("jsmith")
                .with("link", "https://wiki.acme.example/contact")
                .in(contact)
                .archived("jsmith", 9);
        SeedSources.bareTable(plan, connection, schema, "Procedure", "close_month")
                .with("definition", "begin call close(); end")
                .archived("aschmidt", 11);
    }

    private static void plantNamesakes(SeedPlan plan, SeedAsset connection, SeedAsset schema) {
        table(plan, connection, schema, "applicants").archived("jsmith", 12);
        another(plan, connection, schema, "Table", "applicants");
        table(plan, connection, schema, "trainings").archived("jsmith", 12);
        another(plan, connection, schema, "Table", "trainings").archived("jsmith", 80);
        table(plan, connection, schema, "headcount").archived("jsmith", 12);
        another(plan, connection, schema, "View", "headcount");
    }

    /** Of the same qualifiedName as one that is there already. */
    private static SeedAsset another(
            SeedPlan plan, SeedAsset connection, SeedAsset schema, String typeName, String name) {
        String qualifiedName = schema.qualifiedName() + "/" + name;
        return plan.add(Guids.of("seed", "another", typeName, qualifiedName), typeName, qualifiedName, name)
                .with("connectionQualifiedName", connection.qualifiedName())
                .in(schema);
    }

    private static void plantForbidden(SeedPlan plan, SeedAsset connection, SeedAsset schema) {
        for (String name : List.of("salaries", "bonuses", "pensions")) {
            table(plan, connection, schema, name).archived("aschmidt", 16).allowing(AssetAccess.READ_ONLY);
        }
        table(plan, connection, schema, "board_papers").archived("aschmidt", 16).allowing(AssetAccess.NONE);
    }

    private static void plantRich(SeedPlan plan, SeedAsset connection, SeedAsset schema) {
        SeedAsset source = table(plan, connection, schema, "employee");
        SeedAsset rich = table(plan, connection, schema, "employee_history")
                .with("description", "Who worked where, and when")
                .with("userDescription", "Ask Anna before you use it")
                .with("certificateStatus", "VERIFIED")
                .with("ownerUsers", List.of("aschmidt"))
                .hanging(List.of("hr"), Map.of("retention", "7 years"), List.of("PII"))
                .archived("aschmidt", 2);
        SeedAsset process = plan.add("Process", schema.qualifiedName() + "/process/history", "employee -> history")
                .with("connectionQualifiedName", connection.qualifiedName());
        plan.connect("process_inputs", process, source);
        plan.connect("process_outputs", process, rich);
        table(plan, connection, schema, "naïve Größe 数据 🚀 %2F?&=#").archived("jsmith", 6);
    }

    private static void plantWithoutAdmin(SeedPlan plan) {
        SeedAsset orphan = SeedSources.connection(plan, "oracle", "1650000000", "nobody's", "warehouse")
                .with("adminUsers", List.of())
                .with("adminRoles", List.of())
                .archived("jsmith", 100);
        SeedSources.database(plan, orphan, "legacy").archived("jsmith", 100);
    }

    private static void plantNotRestorable(SeedPlan plan) {
        plan.add("DataContract", SeedSources.SNOWFLAKE + "/DB/SCHEMA/ORDERS/contract", "Data contract for ORDERS")
                .archived("jsmith", 6);
        plan.add("Persona", "default/" + Guids.nanoId("persona"), "Analysts").archived("mwong", 50);
        plan.add("__AtlasUserProfile", "profile/former-colleague", "former-colleague")
                .archived("mwong", 50);
    }

    private static SeedAsset table(SeedPlan plan, SeedAsset connection, SeedAsset schema, String name) {
        return SeedSources.bareTable(plan, connection, schema, "Table", name);
    }
}
