package io.restoregateway.audit;

import io.restoregateway.restore.Journal;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Has journals record what is done to assets: an intent before each write, its outcome after it. */
@Component
public final class AuditTrail {

    private final AuditRows rows;

    private final InstantSource clock;

    AuditTrail(AuditRows rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** A journal in which everything is recorded under this origin. */
    public Journal journal(Origin origin) {
        return new RecordingJournal(rows, clock, origin);
    }

    /**
     * Records what became of assets for which nothing is on its way, as a part of the transaction that is under way.
     *
     * @throws org.springframework.dao.DataAccessException when the database does not take it
     */
    public void record(Origin origin, List<Journal.Entry> entries) {
        rows.complete(origin, entries, clock.instant());
    }
}
