package io.restoregateway.jobs;

import io.restoregateway.restore.Conclusion.Outcome;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refuses items of the same type and qualifiedName, of which only one may come back: batches would not see each other. */
final class Namesakes {

    private final JdbcClient jdbc;

    private final JobTable jobs;

    private final UntriedItems untried;

    private final Clock clock;

    Namesakes(JdbcClient jdbc, JobTable jobs, UntriedItems untried, Clock clock) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.untried = untried;
        this.clock = clock;
    }

    void refuse(JobWork job) {
        untried.refused(job, refuse(job.id()));
    }

    private List<Long> refuse(UUID job) {
        List<Long> refused = new ArrayList<>();
        List<Long> keys = jdbc.sql("select name_key from restore_job_item where job_id = ? and name_key is not null"
                        + " group by job_id, name_key having count(*) > 1")
                .param(job)
                .query((row, number) -> row.getLong(1))
                .list();
        keys.forEach(key -> sameKey(job, key).values().stream()
                .filter(namesakes -> namesakes.size() > 1)
                .forEach(namesakes -> {
                    refuse(job, namesakes);
                    namesakes.forEach(item -> refused.add(item.position()));
                }));
        return refused;
    }

    private Map<List<String>, List<Named>> sameKey(UUID job, long key) {
        Map<List<String>, List<Named>> byName = new LinkedHashMap<>();
        jdbc.sql("select position, type_name, qualified_name, guid from restore_job_item"
                        + " where job_id = ? and name_key = ? and stage < 2 order by position")
                .params(job, key)
                .query(row -> {
                    byName.computeIfAbsent(
                                    List.of(row.getString("type_name"), row.getString("qualified_name")),
                                    name -> new ArrayList<>())
                            .add(new Named(row.getLong("position"), row.getString("guid")));
                });
        return byName;
    }

    private void refuse(UUID job, List<Named> namesakes) {
        for (Named item : namesakes) {
            String other = namesakes.stream()
                    .filter(namesake -> namesake.position() != item.position())
                    .findFirst()
                    .orElseThrow()
                    .guid();
            jdbc.sql("update restore_job_item set stage = 2, outcome = 'REFUSED', code = 'AMBIGUOUS_NAME', message = ?,"
                            + " verdict = 'REFUSED', verdict_code = 'AMBIGUOUS_NAME', at = ?"
                            + " where job_id = ? and position = ?")
                    .params(
                            "The job names several assets of this type and qualifiedName, of which only one may"
                                    + " come back: also " + other + ".",
                            Columns.at(clock.instant()),
                            job,
                            item.position())
                    .update();
        }
        jobs.count(job, Outcome.REFUSED, namesakes.size());
    }

    private record Named(long position, String guid) {}
}
