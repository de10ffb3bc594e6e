package io.restoregateway.atlan;

import io.restoregateway.restore.Catalog;
import io.restoregateway.restore.Tenant;

/** The tenant over its REST API. */
record AtlanTenant(AtlanCalls.Line line) implements Tenant {

    @Override
    public Catalog reserve(int calls) {
        return new AtlanCatalog(line.reserve(calls));
    }
}
