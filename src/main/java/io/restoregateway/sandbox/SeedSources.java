package io.restoregateway.sandbox;

import java.util.List;
import java.util.Set;

/** What crawlers found: connections, databases, schemas, tables, views, columns, dashboards. */
final class SeedSources {

    static final String ADMIN_ROLE = "4ac34935-5fc8-4a7a-9505-ea7a530b8e89";
    static final String SNOWFLAKE = "default/snowflake/1700000000";

    private static final List<String> COLUMNS = List.of("ID", "CREATED_AT", "STATUS", "AMOUNT");
    private static final List<String> COLUMN_TYPES = List.of("NUMBER", "TIMESTAMP", "VARCHAR", "NUMBER");

    private SeedSources() {}

    static void plant(SeedPlan plan) {
        plantSnowflake(plan);
        plantPostgres(plan);
        plantTableau(plan);
        plantBigQuery(plan);
    }

    static SeedAsset connection(SeedPlan plan, String connector, String epoch, String name, String category) {
        return plan.add("Connection", "default/" + connector + "/" + epoch, name)
                .createdBy("mwong")
                .with("connectorName", connector)
                .with("category", category)
                .with("adminUsers", List.of("jsmith", "mwong"))
                .with("adminRoles", List.of(ADMIN_ROLE));
    }

    private static void plantSnowflake(SeedPlan plan) {
        SeedAsset connection = connection(plan, "snowflake", "1700000000", "production", "warehouse")
                .with("host", "acme.snowflakecomputing.com")
                .with("port", 443)
                .with("allowQuery", true)
                .with("rowLimit", 10_000);
        SeedAsset database = database(plan, connection, "DB");
        SeedAsset schema = schema(plan, connection, database, "SCHEMA");
        Set<String> archived = Set.of("ORDERS", "INVOICES", "RETURNS", "REFUNDS");
        for (String table : List.of(
                "ORDERS",
                "CUSTOMERS",
                "INVOICES",
                "PAYMENTS",
                "PRODUCTS",
                "RETURNS",
                "SHIPMENTS",
                "REFUNDS",
                "STORES")) {
            table(plan, connection, schema, "Table", table, archived.contains(table), 6);
        }
        for (String view : List.of("DAILY_SALES", "OPEN_ORDERS", "TOP_CUSTOMERS")) {
            table(plan, connection, schema, "View", view, view.equals("OPEN_ORDERS"), 2.5);
        }
        SeedAsset neighbour = schema(plan, connection, database, "SCHEMA2");
        for (String table : List.of("ORDERS", "EVENTS", "CLICKS", "VISITS")) {
            table(plan, connection, neighbour, "Table", table, table.equals("CLICKS"), 8);
        }
        SeedAsset staging = schema(plan, connection, database, "STAGING").archived("aschmidt", 10);
        for (String table : List.of("RAW_ORDERS", "RAW_CUSTOMERS", "RAW_PAYMENTS", "RAW_EVENTS")) {
            table(plan, connection, staging, "Table", table, true, 10);
        }
        plantMart(plan, connection);
        SeedAsset finance = database(plan, connection, "FINANCE").archived("aschmidt", 21);
        SeedAsset ledger = schema(plan, connection, finance, "LEDGER").archived("aschmidt", 21);
        for (String table : List.of("ACCOUNTS", "ENTRIES", "BALANCES", "CURRENCIES")) {
            table(plan, connection, ledger, "Table", table, true, 21);
        }
    }

    private static void plantMart(SeedPlan plan, SeedAsset connection) {
        SeedAsset database = database(plan, connection, "ANALYTICS");
        SeedAsset schema = schema(plan, connection, database, "MART");
        for (String table : List.of(
                "DIM_CUSTOMER",
                "DIM_PRODUCT",
                "DIM_STORE",
                "DIM_DATE",
                "DIM_CHANNEL",
                "FCT_ORDERS",
                "FCT_RETURNS",
                "FCT_SHIPMENTS",
                "FCT_SESSIONS",
                "FCT_CAMPAIGNS",
                "AGG_WEEKLY",
                "AGG_MONTHLY")) {
            table(plan, connection, schema, "Table", table, table.equals("FCT_CAMPAIGNS"), 5);
        }
        SeedAsset features = schema(plan, connection, database, "FEATURES");
        for (String table : List.of(
                "CHURN_RISK",
                "BASKET_SIZE",
                "VISIT_RATE",
                "RETURN_RATE",
                "LIFETIME",
                "DISCOUNTS",
                "REGIONS",
                "DEVICES",
                "REFERRERS",
                "SEASONS",
                "WEATHER",
                "HOLIDAYS")) {
            table(plan, connection, features, "Table", table, false, 0);
        }
    }

    private static void plantPostgres(SeedPlan plan) {
        SeedAsset connection = connection(plan, "postgres", "1700000100", "billing", "warehouse");
        SeedAsset database = database(plan, connection, "billing");
        SeedAsset schema = schema(plan, connection, database, "public");
        for (String table : List.of(
                "account",
                "plan",
                "subscription",
                "usage",
                "coupon",
                "tax_rate",
                "dunning",
                "invoice",
                "payout",
                "ledger")) {
            table(
                    plan,
                    connection,
                    schema,
                    "Table",
                    table,
                    Set.of("coupon", "dunning").contains(table),
                    1.5);
        }
        for (String view : List.of("active_subscription", "overdue_account")) {
            table(plan, connection, schema, "View", view, false, 0);
        }
    }

    private static void plantTableau(SeedPlan plan) {
        SeedAsset connection = connection(plan, "tableau", "1700000200", "dashboards", "bi");
        SeedAsset site = bi(plan, connection, "TableauSite", "acme");
        SeedAsset project =
                bi(plan, connection, "TableauProject", "acme/management").in(site);
        for (String name : List.of("sales", "support", "logistics")) {
            boolean archived = name.equals("support");
            SeedAsset workbook = bi(plan, connection, "TableauWorkbook", "acme/management/" + name)
                    .in(project)
                    .archivedIf(archived, "jsmith", 4);
            for (String sheet : List.of("overview", "trend", "regions")) {
                String path = "acme/management/" + name + "/" + sheet;
                bi(plan, connection, sheet.equals("overview") ? "TableauDashboard" : "TableauWorksheet", path)
                        .in(workbook)
                        .archivedIf(archived, "jsmith", 4);
            }
        }
    }

    private static void plantBigQuery(SeedPlan plan) {
        SeedAsset connection = connection(plan, "bigquery", "1680000000", "marketing", "warehouse")
                .with("adminUsers", List.of("aschmidt"))
                .with("adminRoles", List.of())
                .archived("jsmith", 30);
        SeedAsset database = database(plan, connection, "acme-marketing").archived("jsmith", 30);
        SeedAsset schema = schema(plan, connection, database, "campaigns").archived("jsmith", 30);
        for (String table : List.of("impressions", "clicks", "spend")) {
            table(plan, connection, schema, "Table", table, true, 30);
        }
    }

    static SeedAsset database(SeedPlan plan, SeedAsset connection, String name) {
        return crawled(plan, connection, "Database", connection.qualifiedName() + "/" + name, name);
    }

    static SeedAsset schema(SeedPlan plan, SeedAsset connection, SeedAsset database, String name) {
        return crawled(plan, connection, "Schema", database.qualifiedName() + "/" + name, name)
                .with("databaseName", database.name())
                .with("databaseQualifiedName", database.qualifiedName())
                .in(database);
    }

    /** A table or view with its columns; all of it archived together. */
    static SeedAsset table(
            SeedPlan plan,
            SeedAsset connection,
            SeedAsset schema,
            String typeName,
            String name,
            boolean archived,
            double daysAgo) {
        SeedAsset table = bareTable(plan, connection, schema, typeName, name)
                .with("columnCount", COLUMNS.size())
                .archivedIf(archived, SeedPlan.CRAWLER, daysAgo);
        boolean view = typeName.equals("View");
        for (int i = 0; i < COLUMNS.size(); i++) {
            crawled(plan, connection, "Column", table.qualifiedName() + "/" + COLUMNS.get(i), COLUMNS.get(i))
                    .with("dataType", COLUMN_TYPES.get(i))
                    .with("order", i + 1)
                    .with("isPrimary", i == 0)
                    .with(view ? "viewName" : "tableName", name)
                    .with(view ? "viewQualifiedName" : "tableQualifiedName", table.qualifiedName())
                    .in(table)
                    .archivedIf(archived, SeedPlan.CRAWLER, daysAgo);
        }
        return table;
    }

    static SeedAsset bareTable(SeedPlan plan, SeedAsset connection, SeedAsset schema, String typeName, String name) {
        return crawled(plan, connection, typeName, schema.qualifiedName() + "/" + name, name)
                .with("schemaName", schema.name())
                .with("schemaQualifiedName", schema.qualifiedName())
                .in(schema);
    }

    static SeedAsset crawled(SeedPlan plan, SeedAsset connection, String typeName, String qualifiedName, String name) {
        return plan.add(typeName, qualifiedName, name)
                .with("connectionQualifiedName", connection.qualifiedName())
                .with("connectorName", connection.qualifiedName().split("/", -1)[1]);
    }

    private static SeedAsset bi(SeedPlan plan, SeedAsset connection, String typeName, String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return crawled(plan, connection, typeName, connection.qualifiedName() + "/" + path, name);
    }
}
