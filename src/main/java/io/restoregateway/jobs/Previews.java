package io.restoregateway.jobs;

import io.restoregateway.restore.Conclusion.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sums up what the rule said of a job's items. */
final class Previews {

    private static final int SAMPLE = 20;

    private static final int LONGEST_NAME = 1_000;

    private static final int MOST_GROUPS = 500;

    /** As much as its column takes. */
    private static final int LONGEST = 1_000_000;

    private final JdbcClient jdbc;

    private final int callsPerMinute;

    /** @param callsPerMinute how many calls all jobs together may make in a minute */
    Previews(JdbcClient jdbc, int callsPerMinute) {
        this.jdbc = jdbc;
        this.callsPerMinute = callsPerMinute;
    }

    Preview of(UUID job) {
        long calls = calls(job);
        return new Preview(
                groups(job, "type_name"),
                verdicts(job),
                groups(job, "substring(coalesce(connection, '') from 1 for 200)"),
                warnings(job),
                calls,
                Math.ceilDiv(calls, callsPerMinute));
    }

    /** As it is written down: without its examples where these are too long. */
    static String text(Preview preview) {
        String text = Objects.requireNonNull(Json.write(preview));
        return text.length() <= LONGEST ? text : Objects.requireNonNull(Json.write(preview.withoutSamples()));
    }

    /** By each level: a read and a search for 100 items, a write for 50, and a read to confirm. */
    private long calls(UUID job) {
        return jdbc
                .sql(
                        "select rank, count(*) as items,"
                                + " sum(case when verdict in ('WOULD_RESTORE', 'WOULD_ARCHIVE') then 1 else 0 end) as writes"
                                + " from restore_job_item where job_id = ? and verdict is not null and verdict_code is distinct from 'AMBIGUOUS_NAME' group by rank")
                .param(job)
                .query((row, number) -> 2 * Math.ceilDiv(row.getLong("items"), 100L)
                        + Math.ceilDiv(row.getLong("writes"), 50L)
                        + Math.ceilDiv(row.getLong("writes"), 100L))
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private Map<String, Long> groups(UUID job, String what) {
        Map<String, Long> groups = new LinkedHashMap<>();
        jdbc.sql("select " + what + ", count(*) from restore_job_item where job_id = ? and verdict is not null"
                        + " group by " + what + " order by 2 desc, 1 fetch first " + MOST_GROUPS + " rows only")
                .param(job)
                .query(row -> {
                    groups.put(row.getString(1), row.getLong(2));
                });
        return groups;
    }

    private List<Preview.VerdictCount> verdicts(UUID job) {
        List<Preview.VerdictCount> verdicts = new ArrayList<>();
        jdbc.sql("select verdict, verdict_code, count(*) as items from restore_job_item"
                        + " where job_id = ? and verdict is not null group by verdict, verdict_code"
                        + " order by items desc, verdict, verdict_code")
                .param(job)
                .query(row -> {
                    String code = row.getString("verdict_code");
                    verdicts.add(new Preview.VerdictCount(
                            Outcome.valueOf(row.getString("verdict")), code, row.getLong("items"), List.of()));
                });
        return verdicts.stream()
                .map(verdict -> new Preview.VerdictCount(
                        verdict.verdict(), verdict.code(), verdict.items(), sample(job, verdict)))
                .toList();
    }

    private List<Preview.Sample> sample(UUID job, Preview.VerdictCount verdict) {
        return jdbc.sql("select type_name, qualified_name, guid, verdict_message from restore_job_item"
                        + " where job_id = :job and verdict = :verdict and "
                        + (verdict.code() == null ? "verdict_code is null" : "verdict_code = :code")
                        + " order by job_id, position fetch first " + SAMPLE + " rows only")
                .param("job", job)
                .param("verdict", verdict.verdict().name())
                .param("code", verdict.code())
                .query((row, number) -> new Preview.Sample(
                        row.getString("type_name"),
                        shortened(row.getString("qualified_name")),
                        row.getString("guid"),
                        shortened(row.getString("verdict_message"))))
                .list();
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= LONGEST_NAME ? text : Columns.text(text, LONGEST_NAME) + "…";
    }

    private Map<String, Long> warnings(UUID job) {
        Map<String, Long> warnings = new LinkedHashMap<>();
        groups(job, "coalesce(warnings, '')").forEach((codes, items) -> {
            for (String code : codes.split(",", -1)) {
                if (!code.isEmpty()) {
                    warnings.merge(code, items, Long::sum);
                }
            }
        });
        return warnings;
    }
}
