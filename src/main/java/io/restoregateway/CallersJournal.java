package io.restoregateway;

import io.restoregateway.access.Caller;
import io.restoregateway.audit.Action;
import io.restoregateway.audit.AuditTrail;
import io.restoregateway.audit.Origin;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Journal;
import io.restoregateway.restore.RestoreOutcome;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.MDC;

/** Records each restore in the name of whoever calls the gateway at the moment. */
record CallersJournal(AuditTrail trail) implements Journal {

    /** Where the gateway keeps the id of the request that a thread serves, for its log. */
    private static final String REQUEST_ID = "requestId";

    @Override
    public Optional<RestoreOutcome.NotAttempted> sending(List<AssetIdentity> assets) {
        return ofCaller().sending(assets);
    }

    @Override
    public void answered(List<AssetIdentity> assets, Reply reply) {
        ofCaller().answered(assets, reply);
    }

    @Override
    public void concluded(List<Entry> entries) {
        ofCaller().concluded(entries);
    }

    private Journal ofCaller() {
        String requestId = Objects.requireNonNullElse(MDC.get(REQUEST_ID), "");
        return trail.journal(new Origin(Caller.name(), requestId, null, Action.RESTORE));
    }
}
