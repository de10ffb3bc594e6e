package io.restoregateway.sandbox;

import java.time.Instant;

/**
 * What the tenant stored from one change on.
 *
 * @param number grows with every change, over resets too
 */
record TenantVersion(long number, Instant at, TenantState state) {}
