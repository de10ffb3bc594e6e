package io.restoregateway.jobs;

/**
 * A row of which no restore can be asked.
 *
 * @param line where it stands in the manifest, from 1; in a list its index, from 0
 * @param message what is wrong with it
 */
public record BadRow(long line, String message) {}
