package io.restoregateway.jobs;

import io.restoregateway.archive.ArchiveSelector;

/**
 * Which archived assets a job is to find.
 *
 * @param selector the conditions, at least one
 * @param includeDescendants true when also what lies archived beneath the containers found is meant; then the selector
 *     says who archived it or when
 */
public record Selection(ArchiveSelector selector, boolean includeDescendants) {}
