package io.restoregateway.sandbox;

import java.util.List;

/** The names of generated assets: no two siblings share one, however many there are. */
final class GeneratedNames {

    private static final List<String> DATABASES = List.of(
            "SALES", "FINANCE", "LOGISTICS", "MARKETING", "PRODUCT", "SUPPORT", "PEOPLE", "RISK", "PARTNERS", "EVENTS");

    private static final List<String> SCHEMAS = List.of(
            "RAW", "STAGING", "CORE", "MART", "REPORTING", "FEATURES", "EXPORTS", "AUDIT", "HISTORY", "REFERENCE");

    private static final List<String> SUBJECTS = List.of(
            "ORDERS",
            "CUSTOMERS",
            "INVOICES",
            "PAYMENTS",
            "PRODUCTS",
            "RETURNS",
            "SHIPMENTS",
            "REFUNDS",
            "STORES",
            "SESSIONS",
            "CAMPAIGNS",
            "CARTS",
            "REVIEWS",
            "SUPPLIERS",
            "EMPLOYEES",
            "CONTRACTS",
            "TICKETS",
            "VISITS",
            "LEADS",
            "BUDGETS",
            "FORECASTS",
            "DEVICES",
            "REGIONS",
            "PRICES",
            "STOCK");

    private static final List<String> KINDS = List.of(
            "", "_DAILY", "_WEEKLY", "_MONTHLY", "_HISTORY", "_SNAPSHOT", "_DELTA", "_LATEST", "_ERRORS", "_BACKUP");

    private static final List<String> COLUMNS = List.of(
            "ID",
            "CREATED_AT",
            "UPDATED_AT",
            "STATUS",
            "AMOUNT",
            "CURRENCY",
            "CUSTOMER_ID",
            "ORDER_ID",
            "PRODUCT_ID",
            "STORE_ID",
            "QUANTITY",
            "PRICE",
            "DISCOUNT",
            "TAX",
            "COUNTRY",
            "CITY",
            "ZIP",
            "STREET",
            "EMAIL",
            "PHONE",
            "FIRST_NAME",
            "LAST_NAME",
            "BIRTH_DATE",
            "SEGMENT",
            "CHANNEL",
            "SOURCE",
            "IS_ACTIVE",
            "IS_TEST",
            "LOADED_AT",
            "LOADED_BY",
            "BATCH_ID",
            "CHECKSUM");

    static final int MOST_COLUMNS = COLUMNS.size();

    private GeneratedNames() {}

    static String database(int index) {
        return numbered(DATABASES.get(index % DATABASES.size()), index / DATABASES.size());
    }

    static String schema(int index) {
        return numbered(SCHEMAS.get(index % SCHEMAS.size()), index / SCHEMAS.size());
    }

    static String table(int index) {
        String subject = SUBJECTS.get(index % SUBJECTS.size());
        int kind = index / SUBJECTS.size();
        return numbered(subject + KINDS.get(kind % KINDS.size()), kind / KINDS.size());
    }

    static String column(int index) {
        return COLUMNS.get(index);
    }

    private static String numbered(String name, int round) {
        return round == 0 ? name : name + "_" + (round + 1);
    }
}
