package io.restoregateway.jobs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** A gateway that is killed at random moments and started again, with the same database. */
final class MortalGateway implements AutoCloseable {

    private final LastingDatabase database;

    private final TestTenant tenant;

    private final Path directory;

    private final Random random;

    private GatewayProcess process;

    private int kills;

    private MortalGateway(LastingDatabase database, TestTenant tenant, Path directory, Random random) {
        this.database = database;
        this.tenant = tenant;
        this.directory = directory;
        this.random = random;
        this.process = launch();
        process.awaitReady();
    }

    static MortalGateway start(LastingDatabases databases, TestTenant tenant, Path directory, Random random) {
        return new MortalGateway(databases.fresh(directory), tenant, directory, random);
    }

    private GatewayProcess launch() {
        return GatewayProcess.launch(database, tenant, directory.resolve("gateway.log"));
    }

    JobCalls calls() {
        return process.calls();
    }

    LastingDatabase database() {
        return database;
    }

    int kills() {
        return kills;
    }

    void kill() {
        process.kill();
        kills++;
    }

    void start() {
        process = launch().awaitReady();
    }

    void killAndStart() {
        kill();
        start();
    }

    /** Kills it while it starts. */
    void startAndKillBeforeReady(Duration most) {
        process = launch();
        passTime(most);
        kill();
    }

    void passTime(Duration most) {
        LockSupport.parkNanos(random.nextLong(most.toNanos()));
    }

    @Override
    public void close() {
        process.close();
        database.close();
    }
}
