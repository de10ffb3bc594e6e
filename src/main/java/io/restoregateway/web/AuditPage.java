package io.restoregateway.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.restoregateway.audit.AuditEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of audit events. */
@Schema(name = "AuditEvents", description = "A page of audit events, the latest first.")
record AuditPage(
        @Schema(requiredMode = RequiredMode.REQUIRED) List<AuditedEvent> items,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        @Schema(description = "Give it as `cursor` for the next page; absent on the last.")
        String nextCursor) {

    /** A page of what was found, which is one more than the page holds when there is another page. */
    static AuditPage of(AuditQuery query, List<AuditEvent> found) {
        boolean more = found.size() > query.limit();
        List<AuditEvent> shown = more ? found.subList(0, query.limit()) : found;
        return new AuditPage(
                shown.stream().map(AuditedEvent::of).toList(),
                more ? Cursor.write(shown.getLast().id(), query.selector()) : null);
    }
}
