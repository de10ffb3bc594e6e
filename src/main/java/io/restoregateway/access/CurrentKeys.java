package io.restoregateway.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.core.NestedExceptionUtils;

/** The keys as they are by now: a key is given, changed or withdrawn without a restart. */
final class CurrentKeys {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentKeys.class);

    private static final Pattern OWN_WORDS = Pattern.compile("gateway\\.|GATEWAY_");

    private final Supplier<AccessProperties> settings;

    private final Duration refresh;

    private final InstantSource clock;

    private final ReentrantLock reading = new ReentrantLock();

    private volatile AccessProperties known;

    private volatile AccessKeys keys;

    private volatile Instant due;

    /**
     * @param first as they were at the start
     * @param settings reads them again
     */
    CurrentKeys(AccessProperties first, Supplier<AccessProperties> settings, InstantSource clock) {
        this.settings = settings;
        this.refresh = first.keysRefresh();
        this.clock = clock;
        this.known = first;
        this.keys = first.accepted();
        this.due = clock.instant().plus(refresh);
    }

    /** At most as old as operators allow; those from before, as long as something is wrong with the new ones. */
    AccessKeys now() {
        if (!clock.instant().isBefore(due) && reading.tryLock()) {
            try {
                readAgain();
            } finally {
                due = clock.instant().plus(refresh);
                reading.unlock();
            }
        }
        return keys;
    }

    private void readAgain() {
        try {
            AccessProperties read = settings.get();
            if (!read.sameKeys(known)) {
                AccessKeys fresh = read.accepted();
                keys = fresh;
                known = read;
                LOG.info(
                        "The keys that callers may send have changed; they are now of {}",
                        fresh.all().stream().map(AccessKey::name).distinct().toList());
            }
        } catch (RuntimeException wrong) {
            LOG.error("The keys that callers may send were not changed: {}", reason(wrong));
        }
    }

    /** Whoever cannot read a file may quote it, and with it a secret; so only the gateway's own words are repeated. */
    private static String reason(RuntimeException wrong) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(wrong);
        String message = String.valueOf(cause.getMessage());
        if (cause.getClass() == IllegalArgumentException.class
                && OWN_WORDS.matcher(message).lookingAt()) {
            return message;
        }
        return wrong instanceof BindException binding
                ? binding.getName() + " cannot be read"
                : "the settings cannot be read (" + cause.getClass().getSimpleName() + ")";
    }
}
