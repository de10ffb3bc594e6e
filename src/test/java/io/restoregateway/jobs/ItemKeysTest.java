package io.restoregateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.database.TestDatabase;
import io.restoregateway.database.TestDatabases;
import io.restoregateway.jobs.ItemKey.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Of many keys, exactly those are looked at that more than one item has, in their order, wherever pages end. */
class ItemKeysTest {

    /** Two pages and a half. */
    private static final int KEYS = 12_000;

    @ParameterizedTest
    @EnumSource(TestDatabases.class)
    void tellsOfAllThatRepeatAndOfNoOthers(TestDatabases databases) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (TestDatabase database = databases.fresh()) {
            ItemKeys keys = new ItemKeys(new JdbcTemplate(database.dataSource()));
            UUID job = UUID.randomUUID();
            List<ItemKey> all = random(random);
            keys.insert(job, all);
            keys.insert(UUID.randomUUID(), all);

            List<ItemKey> told = new ArrayList<>();
            keys.repeated(job, Kind.GUID, told::addAll);

            assertThat(told).as("seed %d", seed).isEqualTo(repeated(all));
        }
    }

    /** Few of most hashes, one that takes more than a page, and the same hashes as names, which are others. */
    private static List<ItemKey> random(Random random) {
        List<ItemKey> keys = new ArrayList<>();
        for (int position = 0; position < KEYS; position++) {
            long hash = random.nextInt(2) == 0 ? 0 : random.nextLong() >> random.nextInt(64);
            keys.add(new ItemKey(Kind.GUID, hash, position));
            if (random.nextInt(10) == 0) {
                keys.add(new ItemKey(Kind.NAME, hash, position));
            }
        }
        return keys;
    }

    private static List<ItemKey> repeated(List<ItemKey> keys) {
        Map<Long, List<ItemKey>> byHash =
                keys.stream().filter(key -> key.kind() == Kind.GUID).collect(Collectors.groupingBy(ItemKey::hash));
        return byHash.values().stream()
                .filter(same -> same.size() > 1)
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(ItemKey::hash).thenComparingLong(ItemKey::position))
                .toList();
    }
}
