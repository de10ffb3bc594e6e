package io.restoregateway.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.observation.ObservationRegistry;
import io.restoregateway.archive.Archive;
import io.restoregateway.audit.AuditTrail;
import io.restoregateway.audit.GatewayRun;
import io.restoregateway.audit.OpenWork;
import io.restoregateway.restore.ArchiveAgain;
import io.restoregateway.restore.Pause;
import io.restoregateway.restore.RestoreAssets;
import io.restoregateway.restore.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts jobs together, and their work on db-scheduler. */
@Configuration(proxyBeanMethods = false)
class JobsWiring {

    private static final Duration FAILED_LANE = Duration.ofSeconds(5);

    @Bean
    Tables jobTables(JdbcTemplate jdbc, TransactionTemplate transactions, Clock clock) {
        return Tables.of(jdbc, transactions, clock);
    }

    @Bean
    Lanes jobLanes(
            Tables tables,
            @Qualifier("background") Tenant tenant,
            @Qualifier("background") Archive archive,
            RestoreAssets assets,
            ArchiveAgain archiving,
            AuditTrail audit,
            ObservationRegistry observations,
            Clock clock) {
        UnheardGlossaries unheard = new UnheardGlossaries(tables.jdbc());
        Map<JobKind, Worker> workers = Map.of(
                JobKind.RESTORE,
                new RestoreWorker(assets, tables.items(), unheard),
                JobKind.UNDO,
                new UndoWorker(archiving, tables.items(), new RestoredItems(tables.jdbc()), unheard));
        UntriedItems untried = new UntriedItems(tables.jdbc(), audit);
        return new Lanes(
                tables,
                new Finder(archive, tables, untried),
                new Preparation(tables, new Previews(tables.jdbc(), tenant.callsPerMinute()), untried, clock),
                new BatchRun(tenant, workers, tables, audit, clock),
                new Sweep(tables, untried, unheard, clock),
                new Steps(observations),
                clock);
    }

    @Bean
    Openings jobOpenings(Tables tables, ObjectProvider<Scheduler> scheduler, JobsProperties properties, Clock clock) {
        return new Openings(tables, beginning(scheduler, clock), properties.maxOpenPerCaller());
    }

    @Bean
    RestoreJobs restoreJobs(Tables tables, Openings openings, ObjectProvider<Scheduler> scheduler, Clock clock) {
        return new StoredJobs(tables, openings, beginning(scheduler, clock), clock);
    }

    private static Consumer<UUID> beginning(ObjectProvider<Scheduler> scheduler, Clock clock) {
        return job -> Upkeep.hasten(job, scheduler.getObject(), clock);
    }

    @Bean
    Upkeep jobUpkeep(Tables tables, Openings openings, JobsProperties properties, Clock clock) {
        return new Upkeep(tables, openings, properties, clock);
    }

    @Bean
    JobMeters jobMeters(Tables tables, Clock clock) {
        return new JobMeters(tables.jdbc(), clock, Thread::startVirtualThread);
    }

    @Bean
    Handover handover(ObjectProvider<Scheduler> scheduler, Clock clock, Pause pause) {
        return new Handover(scheduler, clock, pause);
    }

    @Bean
    CustomTask<Void> restoreLaneTask(Lanes lanes, Upkeep upkeep, Handover handover) {
        return Tasks.custom(LaneId.TASK)
                .onDeadExecutionRevive()
                .onFailureReschedule(FixedDelay.of(FAILED_LANE))
                .execute((instance, context) -> next(lanes.run(
                        LaneId.parse(instance.getId()),
                        () -> handover.hasBegun() || context.getSchedulerState().isShuttingDown(),
                        job -> upkeep.begin(job, context.getSchedulerClient()))));
    }

    private static CompletionHandler<Void> next(Lanes.Next next) {
        return switch (next) {
            case Lanes.Next.Later(var at) -> (complete, operations) -> operations.reschedule(complete, at);
            case Lanes.Next.Now _ -> (complete, operations) -> operations.reschedule(complete, complete.getTimeDone());
            case Lanes.Next.Never _ -> new CompletionHandler.OnCompleteRemove<>();
        };
    }

    @Bean
    RecurringTask<Void> tendJobsTask(Upkeep upkeep) {
        return Tasks.recurring("tend-jobs", FixedDelay.ofSeconds(5))
                .execute((instance, context) -> upkeep.tend(context.getSchedulerClient()));
    }

    @Bean
    RecurringTask<Void> tellProgressTask(Upkeep upkeep) {
        return Tasks.recurring("tell-progress-of-jobs", FixedDelay.ofSeconds(30))
                .execute((instance, context) -> upkeep.tellProgress());
    }

    @Bean
    RecurringTask<Void> removeOldJobsTask(Upkeep upkeep) {
        return Tasks.recurring("remove-old-jobs", FixedDelay.ofHours(1))
                .execute((instance, context) -> upkeep.removeOld());
    }

    /** Where no other process can have the database open, what was being worked on is nobody's work now. */
    @Bean
    SmartInitializingSingleton takingUpWork(Tables tables, Openings openings, GatewayRun run) {
        return () -> {
            if (run.isAlone()) {
                tables.jdbc()
                        .sql("update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null"
                                + " where picked")
                        .update();
                tables.jobs().hidden().forEach(openings::discard);
            }
        };
    }

    /** A job that goes on by itself finds out what became of its writes. */
    @Bean
    OpenWork openJobs(Tables tables) {
        return job -> tables.jobs().isOpen(job);
    }
}
