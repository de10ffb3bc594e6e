package io.restoregateway.jobs;

import io.restoregateway.jobs.ItemKey.Kind;
import io.restoregateway.restore.Conclusion.Outcome;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refuses items of the same type and qualifiedName, of which only one may come back: batches would not see each other. */
final class Namesakes {

    private final JdbcTemplate batches;

    private final JdbcClient jdbc;

    private final ItemKeys keys;

    private final JobTable jobs;

    private final UntriedItems untried;

    private final Clock clock;

    Namesakes(Tables tables, UntriedItems untried, Clock clock) {
        this.batches = tables.batches();
        this.jdbc = tables.jdbc();
        this.keys = tables.keys();
        this.jobs = tables.jobs();
        this.untried = untried;
        this.clock = clock;
    }

    void refuse(JobWork job) {
        Refusing refusing = new Refusing(job);
        keys.repeated(job.id(), Kind.NAME, refusing::look);
    }

    /** The items at these places that are neither duplicates nor settled. */
    private Map<Long, Named> open(UUID job, List<ItemKey> portion) {
        Map<Long, Named> open = new HashMap<>();
        jdbc.sql("select i.position, i.type_name, i.qualified_name, i.guid"
                        + " from unnest(cast(:positions as bigint array)) as asked(position)"
                        + " join restore_job_item i on i.job_id = :job and i.position = asked.position"
                        + " where i.stage < 2")
                .param("job", job)
                .param("positions", portion.stream().map(ItemKey::position).toArray(Long[]::new))
                .query(row -> {
                    open.put(
                            row.getLong("position"),
                            new Named(
                                    row.getLong("position"),
                                    List.of(row.getString("type_name"), row.getString("qualified_name")),
                                    row.getString("guid")));
                });
        return open;
    }

    private record Named(long position, List<String> name, String guid) {}

    /** One pass over the items of a job whose names others may have too. */
    private final class Refusing {

        private final JobWork job;

        /** The first item of each name with the hash at hand. */
        private final Map<List<String>, Named> firsts = new HashMap<>();

        /** Those of them that are refused themselves. */
        private final Map<List<String>, Named> refused = new HashMap<>();

        private long hash;

        private Refusing(JobWork job) {
            this.job = job;
        }

        private void look(List<ItemKey> portion) {
            Map<Long, Named> open = open(job.id(), portion);
            List<Object[]> refusals = new ArrayList<>();
            List<Long> positions = new ArrayList<>();
            for (ItemKey key : portion) {
                if (key.hash() != hash) {
                    firsts.clear();
                    refused.clear();
                    hash = key.hash();
                }
                Named item = open.get(key.position());
                Named first = item == null ? null : firsts.putIfAbsent(item.name(), item);
                if (item != null && first != null) {
                    if (refused.putIfAbsent(item.name(), first) == null) {
                        refusals.add(refusal(first, item));
                        positions.add(first.position());
                    }
                    refusals.add(refusal(item, first));
                    positions.add(item.position());
                }
            }
            batches.batchUpdate(
                    "update restore_job_item set stage = 2, outcome = 'REFUSED', code = 'AMBIGUOUS_NAME', message = ?,"
                            + " verdict = 'REFUSED', verdict_code = 'AMBIGUOUS_NAME', at = ?"
                            + " where job_id = ? and position = ?",
                    refusals);
            jobs.count(job.id(), Outcome.REFUSED, refusals.size());
            untried.refused(job, positions);
        }

        private Object[] refusal(Named item, Named other) {
            return new Object[] {
                "The job names several assets of this type and qualifiedName, of which only one may come back:"
                        + " also " + other.guid() + ".",
                Columns.at(clock.instant()),
                job.id(),
                item.position()
            };
        }
    }
}
