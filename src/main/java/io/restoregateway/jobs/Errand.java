package io.restoregateway.jobs;

import io.restoregateway.restore.Mandate;

/**
 * What a batch may use.
 *
 * @param tenant the way to the tenant, which counts calls and time
 * @param mandate on whose behalf
 * @param departures what has left for its items so far
 * @param previews whether nothing may be written
 */
record Errand(JobWork job, MeteredTenant tenant, Mandate mandate, Departures departures, boolean previews) {}
