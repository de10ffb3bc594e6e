package io.restoregateway.jobs;

import io.restoregateway.restore.Conclusion.Outcome;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes items of one job those of another. */
final class Copies {

    /** What can be tried again: asked for, and not active for all one knows. */
    private static final Set<Outcome> RETRIED = EnumSet.copyOf(Thresholds.FAILURES);

    static {
        RETRIED.add(Outcome.NOT_ATTEMPTED);
    }

    private static final String TARGET = """
            insert into restore_job_item (job_id, position, line, type_name, qualified_name, guid, name_key, rank,
                updated_at, stage, strikes, sent, outcome, code, message, proven)
            """;

    private final JdbcClient jdbc;

    Copies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Copies what failed; malformed rows stay behind, as they would fail again, and of an undo what nothing proves. What was
     * refused because it had changed is taken as the preview finds it, where there is one; without one nobody would have seen
     * to what somebody else did to it on purpose, and it is refused again. An undo takes only what the job had left.
     */
    long failed(JobWork from, UUID to, JobOptions options) {
        return jdbc.sql(TARGET + """
                select :to, row_number() over (order by position) - 1, line, type_name, qualified_name, guid, name_key, rank,
                    case when :renewed and code = 'CHANGED_SINCE_SELECTED' then null else updated_at end,
                    :stage, 0, false, null, null, null, false
                from restore_job_item
                where job_id = :from and outcome in (:outcomes) and guid is not null and (updated_at is not null or not :undo)
                    and coalesce(code, '') <> 'INVALID_REQUEST'""")
                .param("to", to)
                .param("from", from.id())
                .param("undo", from.kind() == JobKind.UNDO)
                .param("renewed", from.kind() == JobKind.RESTORE && options.isPreviewed())
                .param("stage", options.isPreviewed() ? 0 : 1)
                .param("outcomes", RETRIED.stream().map(Outcome::name).toList())
                .update();
    }

    /** Copies what was restored, children first, and categories after the glossary with which they go; what is not proven to have been restored by that job is refused. */
    long restored(UUID from, UUID to) {
        return jdbc.sql(TARGET + """
                select :to, row_number() over (order by position) - 1, line, type_name, qualified_name, guid, null,
                    case when type_name = 'AtlasGlossaryCategory' then 1 else -rank end,
                    case when proven then restored_at end, case when proven then 0 else 2 end, 0, false,
                    case when proven then null else 'REFUSED' end,
                    case when proven then null else 'CHANGED_SINCE_SELECTED' end,
                    case when proven then null else :unproven end, false
                from restore_job_item
                where job_id = :from and outcome = 'RESTORED'""")
                .param("to", to)
                .param("from", from)
                .param(
                        "unproven",
                        "It is not proven that the job restored it: Atlan's answer was lost, or somebody changed it"
                                + " meanwhile.")
                .update();
    }

    long refused(UUID job) {
        return jdbc.sql("select count(*) from restore_job_item where job_id = ? and outcome = 'REFUSED'")
                .param(job)
                .query(Long.class)
                .single();
    }
}
