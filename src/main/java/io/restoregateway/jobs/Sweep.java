package io.restoregateway.jobs;

import io.restoregateway.restore.Conclusion.Outcome;
import io.restoregateway.restore.QualifiedName;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives the items that a job ended before their outcome: nothing was sent for them, or nobody has heard of it. */
final class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private static final int PORTION = 2_000;

    private final JdbcTemplate batches;

    private final JdbcClient jdbc;

    private final TransactionTemplate transactions;

    private final JobTable jobs;

    private final JobStates states;

    private final UntriedItems untried;

    private final UnheardGlossaries unheard;

    private final Clock clock;

    Sweep(Tables tables, UntriedItems untried, UnheardGlossaries unheard, Clock clock) {
        this.batches = tables.batches();
        this.jdbc = tables.jdbc();
        this.transactions = tables.transactions();
        this.jobs = tables.jobs();
        this.states = tables.states();
        this.untried = untried;
        this.unheard = unheard;
        this.clock = clock;
    }

    /**
     * Takes the next portion, once no lane has anything in its hands any more.
     *
     * @return false when there is something on its way still, which gets its outcome by that
     */
    boolean step(JobWork job) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            // So that no lane takes them meanwhile.
            jobs.lockItems(job.id());
            if (isAtWork(job.id())) {
                // What becomes of a glossary in a lane's hands tells what becomes of its contents.
                return false;
            }
            List<Item> open = jdbc.sql(
                            "select position, type_name, qualified_name, guid, sent, brought_by from restore_job_item"
                                    + " where job_id = ? and stage < 2 and lease is null"
                                    + " order by job_id, stage, rank, strikes, position fetch first "
                                    + PORTION
                                    + " rows only")
                    .param(job.id())
                    .query((row, number) -> new Item(
                            row.getLong("position"),
                            UnheardGlossaries.around(ItemTable.identity(row)),
                            row.getBoolean("sent"),
                            row.getString("brought_by") != null))
                    .list();
            if (!open.isEmpty()) {
                sweep(job, open);
                return true;
            }
            boolean done = count(job.id()) == 0;
            if (done) {
                states.swept(job.id());
                LOG.info("Job {} has ended: {}", job.id(), job.state());
            }
            return done;
        }));
    }

    private boolean isAtWork(UUID job) {
        return jdbc.sql("select count(*) from restore_job_lane where job_id = ?")
                        .param(job)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void sweep(JobWork job, List<Item> open) {
        Set<QualifiedName> glossaries = unheard.among(
                job.id(),
                open.stream().flatMap(item -> item.glossary().stream()).collect(Collectors.toSet()));
        Predicate<Item> mayComeAlong =
                item -> item.glossary().filter(glossaries::contains).isPresent();
        List<Item> left = open.stream().filter(item -> !item.brought()).toList();
        settle(
                job.id(),
                job.state() == JobState.CANCELLED ? Outcome.CANCELLED : Outcome.NOT_ATTEMPTED,
                "The job ended before it.",
                positions(left, item -> !item.sent() && !mayComeAlong.test(item)));
        settle(
                job.id(),
                Outcome.UNCONFIRMED,
                "It was sent, and the job ended before what became of it was known.",
                positions(left, Item::sent));
        settle(
                job.id(),
                Outcome.UNCONFIRMED,
                "Its glossary was sent, and the job ended before what became of that was known.",
                positions(left, item -> !item.sent() && mayComeAlong.test(item)));
        settle(
                job.id(),
                job.kind() == JobKind.UNDO ? Outcome.ARCHIVED : Outcome.RESTORED,
                job.kind() == JobKind.UNDO ? "It was archived with its glossary." : "It came back with its glossary.",
                positions(open, Item::brought));
        untried.left(job, open.stream().map(Item::position).toList());
    }

    private void settle(UUID job, Outcome outcome, String message, List<Long> positions) {
        if (positions.isEmpty()) {
            return;
        }
        OffsetDateTime now = Columns.at(clock.instant());
        String code = outcome == Outcome.UNCONFIRMED ? outcome.name() : null;
        batches.batchUpdate(
                "update restore_job_item set stage = 2, outcome = ?, code = ?, message = ?, at = ?"
                        + " where job_id = ? and position = ?",
                positions,
                positions.size(),
                (statement, position) -> {
                    statement.setString(1, outcome.name());
                    statement.setString(2, code);
                    statement.setString(3, message);
                    statement.setObject(4, now);
                    statement.setObject(5, job);
                    statement.setLong(6, position);
                });
        jobs.count(job, outcome, positions.size());
    }

    private static List<Long> positions(List<Item> items, Predicate<Item> which) {
        return items.stream().filter(which).map(Item::position).toList();
    }

    private long count(UUID job) {
        return jdbc.sql("select count(*) from restore_job_item where job_id = ? and stage < 2")
                .param(job)
                .query(Long.class)
                .single();
    }

    /**
     * An item that is left.
     *
     * @param glossary the glossary that its name tells of
     * @param sent whether a write may have left for it
     * @param brought whether its glossary has brought it along
     */
    private record Item(long position, Optional<QualifiedName> glossary, boolean sent, boolean brought) {}
}
