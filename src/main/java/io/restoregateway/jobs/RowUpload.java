package io.restoregateway.jobs;

import io.restoregateway.restore.Conclusion.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Streams the rows of a job into the database, under a job that nobody sees before it is finished. */
final class RowUpload implements Upload {

    private static final int PORTION = 1_000;

    /** The more keys are written down together, the fewer pages of their index are written anew for them. */
    private static final int KEYS_TOGETHER = 200_000;

    private static final int MOST_TOLD = 1_000;

    private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(10);

    private final UUID id;

    private final NewJob job;

    private final Tables tables;

    private final Openings openings;

    private final Clock clock;

    private final List<Rows.Row> waiting = new ArrayList<>(PORTION);

    private final List<ItemKey> keys = new ArrayList<>();

    private final List<BadRow> bad = new ArrayList<>();

    private long total;

    private long invalid;

    private Instant lastSign;

    private boolean opened;

    RowUpload(NewJob job, Tables tables, Openings openings, Clock clock) {
        this.id = UUID.randomUUID();
        this.job = job;
        this.tables = tables;
        this.openings = openings;
        this.clock = clock;
        this.lastSign = clock.instant();
        tables.transactions().executeWithoutResult(status -> tables.jobs().insert(id, job));
    }

    @Override
    public void add(JobRow row) {
        if (row instanceof JobRow.Malformed malformed) {
            invalid++;
            if (bad.size() < MOST_TOLD) {
                bad.add(new BadRow(malformed.line(), malformed.message()));
            }
        }
        int stage = job.order().options().isPreviewed() ? 0 : 1;
        waiting.add(Rows.Row.given(total, row, stage));
        total++;
        if (waiting.size() == PORTION) {
            flush();
        }
        showLife();
    }

    private void flush() {
        if (invalid > 0 && !skipsInvalid()) {
            // It will not be run, so its other rows are only read.
            waiting.clear();
            return;
        }
        tables.transactions().executeWithoutResult(status -> tables.rows().insert(id, waiting));
        waiting.stream().flatMap(Rows.Row::keys).forEach(keys::add);
        waiting.clear();
        if (keys.size() >= KEYS_TOGETHER) {
            flushKeys();
        }
    }

    private void flushKeys() {
        tables.transactions().executeWithoutResult(status -> tables.keys().insert(id, keys));
        keys.clear();
    }

    /** However slowly the rows come, nobody takes them for abandoned. */
    private void showLife() {
        if (lastSign.plus(BETWEEN_SIGNS).isBefore(clock.instant())) {
            tables.jobs().stillUploading(id);
            lastSign = clock.instant();
        }
    }

    private boolean skipsInvalid() {
        return job.order().options().skipInvalid();
    }

    @Override
    public Creation finish(String fingerprint) {
        flush();
        if (invalid > 0 && !skipsInvalid()) {
            return new Creation.Invalid(bad, invalid);
        }
        flushKeys();
        Duplicates.Found found = new Duplicates(tables, clock).mark(id, this::showLife);
        if (found.conflicting() > 0 && !skipsInvalid()) {
            return new Creation.Invalid(found.conflicts(), found.conflicting());
        }
        long refused = invalid + found.conflicting();
        Creation creation = openings.open(id, job.order(), fingerprint, Phase.CHECK, () -> {
            tables.jobs().counted(id, total, found.duplicates(), refused);
            tables.jobs().count(id, Outcome.REFUSED, refused);
        });
        opened = creation instanceof Creation.Created;
        return creation;
    }

    @Override
    public void close() {
        if (!opened) {
            openings.giveUp(id);
        }
    }
}
