package io.restoregateway.restore;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was seen when somebody last looked, for those who must not wait for it: a collection of metrics is not to be late because
 * a database is.
 */
public final class LastLook<T> {

    /** What was seen longer ago tells nothing of now. */
    private static final Duration STALE = Duration.ofMinutes(1);

    private final Supplier<@Nullable T> look;

    private final Duration fresh;

    private final InstantSource clock;

    private final Executor elsewhere;

    private final AtomicBoolean looking = new AtomicBoolean();

    private volatile @Nullable Seen<T> seen;

    private record Seen<T>(T value, Instant at) {}

    /**
     * @param look may take long; null when nothing is to be seen
     * @param fresh how long one look has to do
     * @param elsewhere where to look
     */
    public LastLook(Supplier<@Nullable T> look, Duration fresh, InstantSource clock, Executor elsewhere) {
        this.look = look;
        this.fresh = fresh;
        this.clock = clock;
        this.elsewhere = elsewhere;
    }

    /** What was last seen, at once, while somebody looks again where that is due; null when that was nothing, or long ago. */
    public @Nullable T get() {
        Seen<T> before = seen;
        if ((before == null || isOlder(before, fresh)) && looking.compareAndSet(false, true)) {
            elsewhere.execute(this::lookAgain);
        }
        Seen<T> last = seen;
        return last == null || isOlder(last, STALE) ? null : last.value();
    }

    private boolean isOlder(Seen<T> one, Duration age) {
        return !clock.instant().isBefore(one.at().plus(age));
    }

    private void lookAgain() {
        try {
            T value = look.get();
            seen = value == null ? null : new Seen<>(value, clock.instant());
        } finally {
            looking.set(false);
        }
    }
}
