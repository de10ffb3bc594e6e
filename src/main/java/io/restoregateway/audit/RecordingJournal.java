package io.restoregateway.audit;

import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.CatalogException.Trouble;
import io.restoregateway.restore.Journal;
import io.restoregateway.restore.RestoreOutcome;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Records in the database what is done for one origin. Only a write that is about to leave waits on the database's word. */
record RecordingJournal(AuditRows rows, InstantSource clock, Origin origin) implements Journal {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingJournal.class);

    @Override
    public Optional<RestoreOutcome.NotAttempted> sending(List<AssetIdentity> assets) {
        try {
            rows.open(origin, assets, clock.instant());
            return Optional.empty();
        } catch (DataAccessException | TransactionException away) {
            LOG.error("The audit cannot be written, so nothing is sent", away);
            throw new CatalogException(
                    Trouble.UNRECORDED,
                    "The audit cannot be written: the gateway's database does not take it. What is not recorded is not sent.",
                    null,
                    null);
        }
    }

    @Override
    public void answered(List<AssetIdentity> assets, Reply reply) {
        try {
            rows.note(origin, assets, reply);
        } catch (DataAccessException | TransactionException away) {
            LOG.error(
                    "The audit cannot be written: {} was answered for {} assets, may have acted: {}, Atlan's request id {}",
                    LogLine.of(origin),
                    assets.size(),
                    reply.mayHaveActed(),
                    LogLine.of(reply.requestId()),
                    away);
        }
    }

    @Override
    public void concluded(List<Entry> entries) {
        try {
            rows.complete(origin, entries, clock.instant());
        } catch (DataAccessException | TransactionException away) {
            LOG.error(
                    "The audit cannot be written; what was sent stays open there until it is settled by a read", away);
            entries.forEach(entry -> LOG.error("Not in the audit: {} {}", LogLine.of(origin), LogLine.of(entry)));
        }
    }
}
