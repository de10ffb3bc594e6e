package io.restoregateway.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Counts calls that were not let in: {@code restore.gateway.access.refusals}, by reason. */
final class Refusals {

    private final Map<Reason, Counter> counters = new EnumMap<>(Reason.class);

    Refusals(MeterRegistry meters) {
        for (Reason reason : Reason.values()) {
            counters.put(
                    reason,
                    Counter.builder("restore.gateway.access.refusals")
                            .description("Calls that were not let in")
                            .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
    }

    /** Why a call was not let in. */
    enum Reason {
        /** Neither key nor token was sent. */
        NO_CREDENTIALS,
        /** Nobody has such a key, or the token does not hold. */
        UNKNOWN,
        /** The key was good once. */
        EXPIRED,
        /** The key is good, but not from there. */
        ADDRESS,
        /** The caller has no role that the call takes. */
        ROLE,
        /** The caller makes too many calls. */
        RATE,
        /** A page of another site would have the browser make the call. */
        ORIGIN,
        /** The identity provider could not be asked. */
        PROVIDER
    }

    void count(Reason reason) {
        Objects.requireNonNull(counters.get(reason)).increment();
    }
}
