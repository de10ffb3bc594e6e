package io.restoregateway.audit;

import io.restoregateway.restore.Conclusion;
import io.restoregateway.restore.Conclusion.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row that an origin has written of an asset.
 *
 * @param outcome null while it is not known
 * @param settled whether the outcome was found by a read afterwards
 * @param sentBy the run of the gateway that sent the latest write; null where none was sent
 */
record KnownRow(
        long id,
        String guid,
        @Nullable Outcome outcome,
        boolean settled,
        @Nullable UUID sentBy) {

    static final String QUERY =
            "select id, guid, outcome, settled, sent_by from audit_event where guid in (:guids) and ";

    static KnownRow of(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new KnownRow(
                row.getLong("id"),
                row.getString("guid"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getBoolean("settled"),
                row.getObject("sent_by", UUID.class));
    }

    /** Whether what happens now belongs into this row; whoever sent a write knows better than a read afterwards. */
    boolean isOpenTo(Origin origin, GatewayRun run) {
        return outcome == null
                || (settled && run.id().equals(sentBy))
                || (origin.jobId() != null && outcome == Outcome.NOT_ATTEMPTED);
    }

    /** Whether a job that tries again, after it was stopped in the middle, has nothing to add to this row. */
    boolean saysAsMuchAs(Origin origin, Conclusion conclusion) {
        return origin.jobId() != null
                && (outcome == conclusion.outcome()
                        || (outcome == Outcome.RESTORED && conclusion.outcome() == Outcome.ALREADY_ACTIVE)
                        || (outcome == Outcome.ARCHIVED && conclusion.outcome() == Outcome.ALREADY_ARCHIVED));
    }

    /** The conclusion, with a word on the write that an earlier run of the gateway sent and did not hear of. */
    Conclusion hindsight(Conclusion conclusion, GatewayRun run) {
        boolean nothingDone =
                conclusion.outcome() == Outcome.ALREADY_ACTIVE || conclusion.outcome() == Outcome.ALREADY_ARCHIVED;
        return nothingDone && outcome == null && !run.id().equals(sentBy) && conclusion.message() == null
                ? new Conclusion(
                        conclusion.outcome(),
                        conclusion.code(),
                        "A write was sent before the gateway stopped in the middle; that write or somebody else did it.")
                : conclusion;
    }
}
