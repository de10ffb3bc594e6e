package io.restoregateway.web;

/** The names under which the API's calls are grouped. */
final class ApiDescription {

    static final String RESTORE_NOW = "Restore now";

    static final String FIND = "Find";

    private ApiDescription() {}
}
