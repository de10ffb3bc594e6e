package io.restoregateway.atlan;

import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.CatalogException.Trouble;
import io.restoregateway.restore.UpstreamError;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** The occupancy in the database, changed by one replica at a time, in transactions of its own. */
final class JdbcPlaces implements Places {

    private static final Logger log = LoggerFactory.getLogger(JdbcPlaces.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final OccupancyTable table;

    private final TransactionTemplate own;

    /** One change at a time also here, so that the budget never takes more than one connection of the pool. */
    private final ReentrantLock turn = new ReentrantLock(true);

    /** What Atlan said while the database was away. */
    private final AtomicReference<@Nullable Unsaved> unsaved = new AtomicReference<>();

    JdbcPlaces(OccupancyTable table, PlatformTransactionManager transactions) {
        this.table = table;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        own.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        own.setTimeout(Math.toIntExact(PATIENCE.toSeconds()));
    }

    @Override
    public <T> T change(Function<Occupancy, T> change) {
        if (!takesTurn()) {
            throw away();
        }
        try {
            return uninterrupted(() -> inTransaction(change));
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close(Duration time, UpstreamError word) {
        unsaved.accumulateAndGet(new Unsaved(time, word), Unsaved::longer);
        try {
            change(Occupancy::closedFor);
        } catch (CatalogException away) {
            log.warn("Atlan wants no calls for {}; other replicas learn that later: {}", time, away.detail());
        }
    }

    @Override
    public Occupancy look() {
        return uninterrupted(table::load);
    }

    private <T> T inTransaction(Function<Occupancy, T> change) {
        Unsaved late = unsaved.get();
        T result = own.execute(_ -> {
            table.lock();
            Occupancy occupancy = table.load();
            if (late != null) {
                occupancy.close(late.time(), late.word());
            }
            T changed = change.apply(occupancy);
            table.save(occupancy);
            return changed;
        });
        unsaved.compareAndSet(late, null);
        return result;
    }

    private boolean takesTurn() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return turn.tryLock(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** An interruption would break the connection, or the whole database where that is a file: it comes afterwards. */
    private static <T> T uninterrupted(Supplier<T> work) {
        boolean interrupted = Thread.interrupted();
        try {
            return work.get();
        } catch (DataAccessException | TransactionException trouble) {
            log.warn("The call budget cannot be read or changed: {}", trouble.getMessage());
            throw away();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static CatalogException away() {
        return new CatalogException(Trouble.UNAVAILABLE, "The gateway's database is away", null, null);
    }

    /** A closing of the gate that may not be stored yet. */
    private record Unsaved(Duration time, UpstreamError word) {

        private static @Nullable Unsaved longer(@Nullable Unsaved one, @Nullable Unsaved other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return one.time.compareTo(other.time) > 0 ? one : other;
        }
    }
}
