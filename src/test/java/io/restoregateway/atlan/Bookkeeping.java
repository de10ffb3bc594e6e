package io.restoregateway.atlan;

import io.restoregateway.database.TestDatabase;
import io.restoregateway.database.TestDatabases;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Everything that can keep the occupancy; each test gets it empty. */
enum Bookkeeping {
    MEMORY,
    H2,
    POSTGRESQL;

    Books open(CallLimits limits, InstantSource clock) {
        return this == MEMORY
                ? new Books(new MemoryPlaces(limits, clock), null, limits, clock)
                : new Books(null, TestDatabases.valueOf(name()).fresh(), limits, clock);
    }

    /** The occupancy of one test, kept somewhere. */
    static final class Books implements AutoCloseable {

        private final Places inMemory;

        private final TestDatabase database;

        private final CallLimits limits;

        private final InstantSource clock;

        private final List<TestDatabase> replicas = new ArrayList<>();

        private Books(Places inMemory, TestDatabase database, CallLimits limits, InstantSource clock) {
            this.inMemory = inMemory;
            this.database = database;
            this.limits = limits;
            this.clock = clock;
        }

        /** How one more replica sees it. */
        Places ofAReplica() {
            if (inMemory != null) {
                return inMemory;
            }
            TestDatabase own = database.ofAnotherReplica();
            replicas.add(own);
            return new JdbcPlaces(new OccupancyTable(own.jdbc(), limits, clock), own.transactions());
        }

        @Override
        public void close() {
            replicas.forEach(TestDatabase::close);
            if (database != null) {
                database.close();
            }
        }
    }
}
