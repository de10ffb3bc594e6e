package io.restoregateway.atlan;

import io.restoregateway.restore.Catalog;
import io.restoregateway.restore.Tenant;

/**
 * The tenant over its REST API.
 *
 * @param callsPerMinute how many calls requests and jobs of its kind may make in any minute
 */
record AtlanTenant(AtlanCalls.Line line, int callsPerMinute) implements Tenant {

    @Override
    public Catalog reserve(int calls) {
        return new AtlanCatalog(line.reserve(calls));
    }
}
