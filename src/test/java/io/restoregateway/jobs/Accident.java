package io.restoregateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.sandbox.SandboxTenant;
import io.restoregateway.sandbox.StoredAsset;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Many assets that a crawler has archived at once in a tenant that takes its time. */
record Accident(SandboxTenant sandbox, String schema, Set<String> guids) {

    private static final String CRAWLER = "crawler";

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    static Accident of(int assets, SandboxTenant sandbox) {
        String schema = sandbox.generateNeighbours(assets, 1).qualifiedName() + "/DB/SCHEMA";
        sandbox.as(CRAWLER).archiveBeneath(schema);
        sandbox.forgetCalls();
        sandbox.change(settings ->
                settings.withLatencyPerCall(Duration.ofMillis(40)).withLatencyPerEntity(Duration.ofMillis(1)));
        return new Accident(
                sandbox,
                schema,
                sandbox.beneath(schema)
                        .filter(StoredAsset::isArchived)
                        .map(StoredAsset::guid)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    String order(JobCalls calls) {
        return calls.order(schema, CRAWLER);
    }

    /** Waits until so many of its assets are active. */
    void awaitActive(int assets) {
        await(assets, true);
    }

    /** Waits until at most so many of its assets are active. */
    void awaitAtMostActive(int assets) {
        await(assets, false);
    }

    private void await(int assets, boolean more) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long now = active();
        while (more ? now < assets : now > assets) {
            assertThat(System.nanoTime())
                    .as("%d assets are active, not %d", now, assets)
                    .isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            now = active();
        }
    }

    long active() {
        return sandbox.countBeneath(schema).active();
    }

    /**
     * Every asset has one row, whose outcome is what the tenant says of it.
     *
     * @param active whether an asset with that outcome is; others may be one or the other
     */
    void checkReport(List<JsonNode> rows, Map<String, Boolean> active) {
        Map<String, String> outcomes = new HashMap<>();
        rows.forEach(row -> assertThat(outcomes.put(
                        row.path("guid").asString(), row.path("outcome").asString()))
                .as("%s stands there twice", row)
                .isNull());
        assertThat(outcomes.keySet()).isEqualTo(guids);
        Set<String> activeNow = sandbox.beneath(schema)
                .filter(asset -> !asset.isArchived())
                .map(StoredAsset::guid)
                .collect(Collectors.toSet());
        outcomes.forEach((guid, outcome) -> assertThat(activeNow.contains(guid))
                .as("%s is told as %s and active", guid, outcome)
                .isEqualTo(active.getOrDefault(outcome, activeNow.contains(guid))));
    }
}
