package io.restoregateway.audit;

import io.restoregateway.restore.Conclusion;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** The writes that were not heard of for so long that they should be settled. */
@Component
final class OpenIntents {

    private static final String PAGE = """
            select id, job_id, action, type_name, qualified_name, guid, acted from audit_event
            where completed_at is null and id > :after and (sent_at < :before or (:alone and sent_by <> :run))
            order by id limit :most""";

    private static final String SETTLE = """
            update audit_event set outcome = :outcome, code = :code, message = :message, completed_at = :now,
                settled = true
            where id = :id and completed_at is null""";

    private final NamedParameterJdbcTemplate jdbc;

    private final GatewayRun run;

    private final OutcomeMeters outcomes;

    OpenIntents(NamedParameterJdbcTemplate jdbc, GatewayRun run, OutcomeMeters outcomes) {
        this.jdbc = jdbc;
        this.run = run;
        this.outcomes = outcomes;
    }

    /**
     * Those that were sent before that time; on a database of its own, also those from before the gateway's start.
     *
     * @param after where the page before ended, 0 for the first
     */
    List<OpenIntent> page(long after, Instant before, int most) {
        return jdbc.query(
                PAGE,
                new MapSqlParameterSource()
                        .addValue("after", after)
                        .addValue("before", RowValues.time(before))
                        .addValue("alone", run.isAlone(), Types.BOOLEAN)
                        .addValue("run", run.id())
                        .addValue("most", most),
                (row, _) -> OpenIntent.of(row));
    }

    /** Completes those that are still open. */
    void settle(Map<OpenIntent, Conclusion> found, Instant now) {
        List<Map.Entry<OpenIntent, Conclusion>> all = List.copyOf(found.entrySet());
        int[] settled = jdbc.batchUpdate(
                SETTLE,
                all.stream()
                        .map(each -> RowValues.add(
                                new MapSqlParameterSource()
                                        .addValue("id", each.getKey().id())
                                        .addValue("now", RowValues.time(now)),
                                each.getValue()))
                        .toArray(MapSqlParameterSource[]::new));
        for (int i = 0; i < settled.length; i++) {
            if (settled[i] > 0) {
                OpenIntent intent = all.get(i).getKey();
                outcomes.count(intent.action(), all.get(i).getValue().outcome(), intent.jobId() != null);
            }
        }
    }
}
