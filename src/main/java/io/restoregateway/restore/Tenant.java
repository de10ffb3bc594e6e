package io.restoregateway.restore;

/** The Atlan tenant, with a budget of calls that all requests share. */
public interface Tenant {

    /**
     * Opens the catalog for one request and reserves together the calls that it will need.
     *
     * @param calls how many, at least 1; more can be made, each waiting for its own turn
     * @throws CatalogException with {@code BUDGET_EXHAUSTED} when they are not to be had within the time set for waiting
     */
    Catalog reserve(int calls);

    /** How many calls may be made in any minute in this way, by all requests together. */
    int callsPerMinute();
}
