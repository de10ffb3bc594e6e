package io.restoregateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two thousand random bulk calls: a refused one changes nothing, and the rest does what Atlan would, harm included. */
class RandomWritesTest {

    private static final long SEED = 20_261_121;
    private static final int CALLS = 2_000;

    private final SandboxClient client = new SandboxClient();
    private final SandboxTenant tenant = client.tenant;
    private final Random random = new Random(SEED);
    private final Map<String, Integer> harm = new HashMap<>();

    @Test
    void refusedCallsChangeNothingAndTheOthersDoHarm() {
        tenant.change(settings -> settings.withCallsPerMinute(Integer.MAX_VALUE));
        for (int i = 0; i < CALLS; i++) {
            if (i % 100 == 0) {
                tenant.reset();
                tenant.change(settings -> settings.withCallsPerMinute(Integer.MAX_VALUE));
            }
            writeSomething("seed " + SEED + ", call " + i);
        }

        assertThat(harm).containsKeys("created", "renamed", "overwritten", "stranger", "refused", "restored");
    }

    private void writeSomething(String where) {
        Map<String, StoredAsset> before = tenant.assets();
        List<StoredAsset> assets = List.copyOf(before.values());
        List<Object> entries = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            entries.add(twisted(pick(assets), pick(assets)));
        }

        SandboxClient.Answer answer = client.write(entries.toArray());

        assertThat(answer.status()).as(where + " " + answer.text()).isIn(200, 400, 403, 404, 409);
        if (answer.status() != 200) {
            assertThat(tenant.assets()).as(where).isEqualTo(before);
            count("refused");
            return;
        }
        account(before, answer);
    }

    private void account(Map<String, StoredAsset> before, SandboxClient.Answer answer) {
        tenant.assets().forEach((guid, now) -> {
            StoredAsset was = before.get(guid);
            if (was == null) {
                count("created");
            } else if (!was.qualifiedName().equals(now.qualifiedName())) {
                count("renamed");
            } else if (!was.attributes().equals(now.attributes())) {
                count("overwritten");
            } else if (was.isArchived() && !now.isArchived()) {
                count("restored");
            }
        });
        if (answer.json().path("guidAssignments").properties().stream()
                .anyMatch(pair -> !pair.getKey().startsWith("-"))) {
            count("stranger");
        }
    }

    /** An entry that restores one asset, with something of it wrong most of the time. */
    private Map<String, Object> twisted(StoredAsset asset, StoredAsset other) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("qualifiedName", asset.qualifiedName());
        attributes.put("name", asset.name());
        for (String mandatory : Set.of("link", "definition", "parentQualifiedName", "collectionQualifiedName")) {
            if (asset.attribute(mandatory) != null) {
                attributes.put(mandatory, asset.attribute(mandatory));
            }
        }
        anchorOf(asset)
                .ifPresent(anchor -> attributes.put("anchor", Map.of("typeName", "AtlasGlossary", "guid", anchor)));
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("typeName", asset.typeName());
        entry.put("guid", asset.guid());
        entry.put("attributes", attributes);
        entry.put("status", "ACTIVE");
        twist(entry, attributes, other);
        if (random.nextInt(3) == 0) {
            twist(entry, attributes, other);
        }
        return entry;
    }

    private void twist(Map<String, Object> entry, Map<String, Object> attributes, StoredAsset other) {
        switch (random.nextInt(14)) {
            case 0 -> entry.put("guid", other.guid());
            case 1 -> entry.put("guid", "00000000-0000-4000-8000-000000000000");
            case 2 -> entry.put("guid", "-7");
            case 3 -> entry.remove("guid");
            case 4 -> attributes.put("qualifiedName", attributes.get("qualifiedName") + "x");
            case 5 -> attributes.put("qualifiedName", other.qualifiedName());
            case 6 -> attributes.put("name", "x");
            case 7 -> attributes.remove("name");
            case 8 -> entry.put("typeName", other.typeName());
            case 9 -> entry.remove("status");
            case 10 -> attributes.put("description", random.nextBoolean() ? null : "overwritten");
            case 11 -> attributes.put("atlanSchema", null);
            default -> {}
        }
    }

    private Optional<String> anchorOf(StoredAsset asset) {
        return tenant.relationships().values().stream()
                .filter(edge ->
                        edge.type().endsWith("Anchor") && edge.childGuid().equals(asset.guid()))
                .map(StoredRelationship::parentGuid)
                .findFirst();
    }

    private StoredAsset pick(List<StoredAsset> assets) {
        return assets.get(random.nextInt(assets.size()));
    }

    private void count(String what) {
        harm.merge(what, 1, Integer::sum);
    }
}
