package io.restoregateway.web;

/** The outcomes as callers read them, a closed list. */
enum Outcome {
    RESTORED,
    ALREADY_ACTIVE,
    WOULD_RESTORE,
    NOT_FOUND,
    REFUSED,
    FAILED,
    UNCONFIRMED,
    NOT_ATTEMPTED
}
