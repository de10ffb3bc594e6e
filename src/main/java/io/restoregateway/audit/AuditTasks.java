package io.restoregateway.audit;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the audit does by itself, on one replica at a time. */
@Configuration(proxyBeanMethods = false)
class AuditTasks {

    private static final Logger LOG = LoggerFactory.getLogger(AuditTasks.class);

    @Bean
    RecurringTask<Void> auditSettling(Settling settling) {
        return Tasks.recurring("audit-settling", FixedDelay.ofMinutes(1)).execute((_, _) -> settling.settleAll());
    }

    @Bean
    RecurringTask<Void> auditExpiry(Expiry expiry) {
        return Tasks.recurring("audit-expiry", FixedDelay.ofHours(1)).execute((_, _) -> expiry.removeOld());
    }

    /** What the last run left open is settled at once, not when its next turn would have come. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> settlingAtStart(
            ObjectProvider<SchedulerClient> scheduler, RecurringTask<Void> auditSettling) {
        return _ -> scheduler.ifAvailable(client -> {
            try {
                // Any time that is past means now.
                client.reschedule(auditSettling.getDefaultTaskInstance(), Instant.EPOCH);
            } catch (TaskInstanceException notWaiting) {
                LOG.debug("The settling runs already, or is about to", notWaiting);
            }
        });
    }
}
