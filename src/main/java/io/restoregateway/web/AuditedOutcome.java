package io.restoregateway.web;

import io.restoregateway.restore.Conclusion;
import org.jspecify.annotations.Nullable;

/** What came of what was asked for, as the audit's readers see it; a closed list. */
enum AuditedOutcome {
    OPEN,
    RESTORED,
    ALREADY_ACTIVE,
    ARCHIVED,
    ALREADY_ARCHIVED,
    NOT_FOUND,
    REFUSED,
    FAILED,
    UNCONFIRMED,
    NOT_ATTEMPTED,
    CANCELLED;

    static AuditedOutcome of(@Nullable Conclusion conclusion) {
        return conclusion == null ? OPEN : valueOf(conclusion.outcome().name());
    }
}
