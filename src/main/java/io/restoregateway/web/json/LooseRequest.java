package io.restoregateway.web.json;

/** Marks a record of what a caller may send: read strictly, then held against its constraints. */
public interface LooseRequest {}
