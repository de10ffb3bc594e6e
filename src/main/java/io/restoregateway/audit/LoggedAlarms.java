package io.restoregateway.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.restoregateway.restore.Alarms;
import io.restoregateway.restore.RestoreOutcome;
import io.restoregateway.restore.StoredAsset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Logs every alarm in one line with the values before, for repair by hand, and counts it. */
@Component
final class LoggedAlarms implements Alarms {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedAlarms.class);

    private final Counter alarms;

    LoggedAlarms(MeterRegistry meters) {
        this.alarms = Counter.builder("restore.gateway.unexpected.changes")
                .description("Writes by which Atlan changed something other than asked")
                .register(meters);
    }

    @Override
    public void unexpectedChange(RestoreOutcome.UnexpectedChange change) {
        alarms.increment();
        StoredAsset before = change.before();
        LOG.error(
                "UNEXPECTED_CHANGE guid={}: {}; before: {}; now: {}; strangers: {}",
                before.guid(),
                LogLine.of(change.detail()),
                LogLine.of(before),
                LogLine.of(change.now()),
                LogLine.of(change.strangers()));
    }
}
