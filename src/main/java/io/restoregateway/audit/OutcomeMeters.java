package io.restoregateway.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.restoregateway.restore.Conclusion.Outcome;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts what became of assets, once it is in the audit: {@code restore.gateway.outcomes}, by action, outcome and way. */
@Component
final class OutcomeMeters {

    private final Map<Kind, Counter> counters = new HashMap<>();

    OutcomeMeters(MeterRegistry meters) {
        for (Action action : Action.values()) {
            for (Outcome outcome : Outcome.values()) {
                for (boolean job : new boolean[] {false, true}) {
                    counters.put(
                            new Kind(action, outcome, job),
                            Counter.builder("restore.gateway.outcomes")
                                    .description("What became of assets that were to be restored or archived again")
                                    .tag("action", name(action))
                                    .tag("outcome", name(outcome))
                                    .tag("via", job ? "job" : "request")
                                    .register(meters));
                }
            }
        }
    }

    /** Counts one when the transaction that is under way comes to a good end. */
    void count(Action action, Outcome outcome, boolean job) {
        Counter counter = Objects.requireNonNull(counters.get(new Kind(action, outcome, job)));
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    counter.increment();
                }
            });
        } else {
            counter.increment();
        }
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private record Kind(Action action, Outcome outcome, boolean job) {}
}
