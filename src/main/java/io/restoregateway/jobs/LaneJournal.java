package io.restoregateway.jobs;

import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.Journal;
import io.restoregateway.restore.RestoreOutcome.NotAttempted;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Lets a write of a job leave only while the job runs and its items are in these hands, and writes down before that it
 * does.
 *
 * @param departures told of each write, and of what it may have done
 */
record LaneJournal(UUID job, Batch.Taken batch, Tables tables, Journal audit, Departures departures)
        implements Journal {

    private static final Logger LOG = LoggerFactory.getLogger(LaneJournal.class);

    @Override
    public Optional<NotAttempted> sending(List<AssetIdentity> assets) {
        Optional<NotAttempted> veto = tables.transactions().execute(status -> {
            if (!tables.jobs().isRunning(job)) {
                return withdrawn("The job does not run any more.");
            }
            if (!tables.leases().sending(job, batch, guids(assets.stream()))) {
                status.setRollbackOnly();
                return withdrawn("Another replica has taken over.");
            }
            return audit.sending(assets);
        });
        if (veto.isEmpty()) {
            departures.leave(assets);
        }
        return veto;
    }

    private static Set<Guid> guids(Stream<AssetIdentity> assets) {
        return assets.map(AssetIdentity::guid).collect(Collectors.toSet());
    }

    private static Optional<NotAttempted> withdrawn(String detail) {
        return Optional.of(new NotAttempted(NotAttempted.Cause.WITHDRAWN, detail));
    }

    @Override
    public void answered(List<AssetIdentity> assets, Reply reply) {
        List<AssetIdentity> untouched = departures.untouched(assets, reply);
        if (!untouched.isEmpty()) {
            tables.leases().notDone(job, batch, guids(untouched.stream()));
        }
        audit.answered(assets, reply);
    }

    /** Others must send nothing more while this request still finds out what became of its own. */
    @Override
    public void alarmed() {
        try {
            tables.states().alarm(job, "Atlan changed something other than asked; the items with this code tell more.");
        } catch (DataAccessException | TransactionException away) {
            LOG.error("Job {} could not be stopped at once although the alarm was raised", job, away);
        }
    }

    /** Items are concluded when their outcome is written down; here, what came back with them without being one. */
    @Override
    public void concluded(List<Entry> entries) {
        Set<Guid> items = tables.items()
                .among(
                        job,
                        entries.stream()
                                .flatMap(entry -> Stream.ofNullable(entry.guid()))
                                .toList());
        List<Entry> others = entries.stream()
                .filter(entry -> entry.guid() != null && !items.contains(entry.guid()))
                .toList();
        if (!others.isEmpty()) {
            audit.concluded(others);
        }
    }
}
