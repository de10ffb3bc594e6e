package io.restoregateway.jobs;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.restoregateway.restore.LastLook;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/** Shows operators how far the jobs are that are not at their end, over all replicas; never one by one, as they come and go. */
final class JobMeters implements MeterBinder {

    private static final String PREFIX = "restore.gateway.jobs";

    /** All gauges of one collection come from one look. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private static final String BY_STATE =
            "select state, count(*) as jobs, count(waiting_for) as waiting, sum(items - duplicates) as items,"
                    + " coalesce(sum((select sum(c.items) from restore_job_count c where c.job_id = j.id)), 0) as done"
                    + " from restore_job j where finished_at is null and state not in " + JobTable.HIDDEN
                    + " group by state";

    private final JdbcClient jdbc;

    private final LastLook<Map<JobState, Standing>> seen;

    JobMeters(JdbcClient jdbc, InstantSource clock, Executor elsewhere) {
        this.jdbc = jdbc;
        this.seen = new LastLook<>(this::look, FRESH, clock, elsewhere);
    }

    /**
     * Where the jobs of one state stand.
     *
     * @param waiting how many wait, for Atlan or for their share of its calls
     * @param items how many assets they have
     * @param done how many of these have their outcome
     */
    private record Standing(long jobs, long waiting, long items, long done) {

        static final Standing NOTHING = new Standing(0, 0, 0, 0);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Arrays.stream(JobState.values())
                .filter(state -> !state.isFinal())
                .forEach(state -> Gauge.builder(PREFIX, this, meters -> meters.of(state, Standing::jobs))
                        .description("Jobs that are not at their end")
                        .tag("state", state.name().toLowerCase(Locale.ROOT))
                        .register(registry));
        Gauge.builder(PREFIX + ".waiting", this, meters -> meters.of(JobState.RUNNING, Standing::waiting))
                .description("Running jobs that wait, for Atlan or for their share of its calls")
                .register(registry);
        Gauge.builder(PREFIX + ".items", this, meters -> meters.of(JobState.RUNNING, Standing::items))
                .description("Assets of running jobs")
                .register(registry);
        Gauge.builder(PREFIX + ".items.done", this, meters -> meters.of(JobState.RUNNING, Standing::done))
                .description("Assets of running jobs that have their outcome")
                .register(registry);
    }

    private double of(JobState state, ToDoubleFunction<Standing> value) {
        Map<JobState, Standing> standings = seen.get();
        return standings == null ? Double.NaN : value.applyAsDouble(standings.getOrDefault(state, Standing.NOTHING));
    }

    private @Nullable Map<JobState, Standing> look() {
        Map<JobState, Standing> standings = new EnumMap<>(JobState.class);
        try {
            jdbc.sql(BY_STATE).query(row -> {
                standings.put(
                        JobState.valueOf(row.getString("state")),
                        new Standing(
                                row.getLong("jobs"),
                                row.getLong("waiting"),
                                row.getLong("items"),
                                row.getLong("done")));
            });
            return standings;
        } catch (DataAccessException | TransactionException away) {
            return null;
        }
    }
}
