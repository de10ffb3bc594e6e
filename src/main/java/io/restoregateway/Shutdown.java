package io.restoregateway;

import io.restoregateway.jobs.Handover;
import io.restoregateway.restore.Pause;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;

/**
 * Stops the gateway so that nobody loses anything: whoever sends it requests is told so while it still takes them, and its
 * jobs are handed over; only then the server takes no more, and ends those that it has.
 */
@Configuration(proxyBeanMethods = false)
class Shutdown {

    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    /** Requests and jobs have as long, side by side; what is left of 20 seconds is for all the rest. */
    private static final Duration PATIENCE = Duration.ofSeconds(16);

    /** Before the server, whose phase is a thousand lower. */
    private static final int FIRST = Integer.MAX_VALUE;

    private static final int AFTER_THE_SERVER = 0;

    private volatile Instant begun = Instant.MAX;

    @Bean
    SmartLifecycle notice(
            ApplicationContext context, Handover jobs, Clock clock, Pause pause, ShutdownProperties properties) {
        return new Ending(FIRST, () -> {
            Duration notice = properties.notice();
            LOG.info("Stops: takes requests for {} more, and hands its jobs over", notice);
            begun = clock.instant();
            AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
            jobs.begin();
            if (notice.isPositive()) {
                pause.of(notice);
            }
        });
    }

    /**
     * From the notice on, no connection outlasts its request: one kept open would be closed just when its caller uses it
     * again.
     */
    @Bean
    FilterRegistrationBean<Filter> lastRequests() {
        FilterRegistrationBean<Filter> last = new FilterRegistrationBean<>((request, response, rest) -> {
            if (stops() && response instanceof HttpServletResponse answer) {
                answer.setHeader(HttpHeaders.CONNECTION, "close");
            }
            rest.doFilter(request, response);
        });
        last.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return last;
    }

    @Bean
    SmartLifecycle jobsHandedOver(Handover jobs) {
        return new Ending(AFTER_THE_SERVER, () -> {
            // Else the start failed, and nothing is under way.
            if (stops()) {
                jobs.await(begun.plus(PATIENCE));
            }
        });
    }

    private boolean stops() {
        return begun.isBefore(Instant.MAX);
    }

    /** Something to do at a certain point when the gateway stops. */
    private static final class Ending implements SmartLifecycle {

        private final int phase;

        private final Runnable what;

        private volatile boolean running;

        Ending(int phase, Runnable what) {
            this.phase = phase;
            this.what = what;
        }

        @Override
        public void start() {
            running = true;
        }

        @Override
        public void stop() {
            running = false;
            what.run();
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            return phase;
        }
    }
}
