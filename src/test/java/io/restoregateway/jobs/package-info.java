/** Whole gateways with their database, in front of a sandbox tenant that stands apart. */
package io.restoregateway.jobs;
