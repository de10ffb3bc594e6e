package io.restoregateway.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.promise.Gateway.Answer;
import io.restoregateway.sandbox.AssetAccess;
import io.restoregateway.sandbox.StoredAsset;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What Find promises: only archived assets, each once, also while they are being restored; and nothing is changed. */
class FindPromiseTest extends PromiseTestCase {

    private static final int SEARCHES = 200;

    @Test
    void findsExactlyWhatIsArchivedAndMeant() {
        for (int number = 0; number < SEARCHES; number++) {
            Random random = new Random(SEED + number);
            if (number % 40 == 0) {
                tenant.reset();
                tenant.change(settings -> settings.withIndexLagChanges(random.nextInt(5)));
            }
            StoredAsset model = pick(random, assets());
            if (random.nextInt(4) == 0) {
                // A search index that lags still lists it.
                tenant.as("somebody").restore(model.guid());
            }
            Map<String, StoredAsset> before = tenant.assets();
            Search search = search(random, model);
            Set<String> found = new TreeSet<>(pages(search.query(), 5 + random.nextInt(40), null));
            told(number, search, () -> {
                assertThat(tenant.assets()).isEqualTo(before);
                assertThat(found).isEqualTo(meant(search));
            });
        }
    }

    @Test
    void missesNothingWhileWhatItFoundIsBeingRestored() {
        Set<String> archived = assets().stream()
                .filter(StoredAsset::isArchived)
                .filter(asset -> asset.access() != AssetAccess.NONE)
                .map(StoredAsset::guid)
                .collect(Collectors.toSet());

        List<String> found = pages(
                "", 7, guids -> guids.forEach(guid -> tenant.as("somebody").restore(guid)));

        assertThat(found).doesNotHaveDuplicates();
        assertThat(new HashSet<>(found)).isSubsetOf(archived);
    }

    @Test
    void foretellsWhatARestoreWouldSay() {
        for (StoredAsset asset : assets()) {
            Answer told = gateway.get("/api/v1/archived-assets/" + asset.guid());
            Answer tried = gateway.post(
                    "/api/v1/assets/restore?validateOnly=true",
                    Map.of("typeName", asset.typeName(), "qualifiedName", asset.qualifiedName(), "guid", asset.guid()));
            if (told.status() == 200) {
                assertThat(told.body().get("restorable").booleanValue())
                        .as("%s", asset)
                        .isEqualTo(tried.body().path("outcome").stringValue("").equals("WOULD_RESTORE"));
            } else {
                assertThat(told.status()).isEqualTo(tried.status());
            }
        }
    }

    private Set<String> meant(Search search) {
        return assets().stream()
                .filter(StoredAsset::isArchived)
                .filter(asset -> asset.access() != AssetAccess.NONE)
                .filter(search::means)
                .map(StoredAsset::guid)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> pages(String query, int limit, java.util.function.Consumer<List<String>> afterEach) {
        List<String> found = new ArrayList<>();
        String cursor = "";
        do {
            Answer answer = gateway.get("/api/v1/archived-assets?limit=" + limit + query + cursor);
            assertThat(answer.status()).as("%s", answer).isEqualTo(200);
            List<String> page = answer.body().get("items").values().stream()
                    .map(item -> item.at("/identity/guid").stringValue())
                    .toList();
            found.addAll(page);
            assertThat(found.size())
                    .as("found of %s with limit %d", query, limit)
                    .isLessThan(1_000);
            if (afterEach != null) {
                afterEach.accept(page);
            }
            JsonNode next = answer.body().get("nextCursor");
            cursor = next == null || next.isNull() ? "" : "&cursor=" + next.stringValue();
        } while (!cursor.isEmpty());
        return found;
    }

    private static Search search(Random random, StoredAsset model) {
        String qualifiedName = model.qualifiedName();
        String prefix = qualifiedName.contains("/")
                ? qualifiedName.substring(0, qualifiedName.lastIndexOf('/'))
                : qualifiedName;
        return new Search(
                random.nextBoolean() ? model.typeName() : null,
                random.nextBoolean() ? prefix : null,
                random.nextInt(3) == 0 ? model.name() : null,
                random.nextInt(3) == 0 ? model.stamp().updatedBy() : null);
    }

    private static StoredAsset pick(Random random, List<StoredAsset> assets) {
        List<StoredAsset> archived =
                assets.stream().filter(StoredAsset::isArchived).toList();
        return archived.get(random.nextInt(archived.size()));
    }

    /** The conditions of one search; null for none. */
    private record Search(String typeName, String prefix, String name, String archivedBy) {

        String query() {
            return parameter("typeName", typeName)
                    + parameter("qualifiedNamePrefix", prefix)
                    + parameter("name", name)
                    + parameter("archivedBy", archivedBy);
        }

        boolean means(StoredAsset asset) {
            return (typeName == null || typeName.equals(asset.typeName()))
                    && (prefix == null
                            || asset.qualifiedName().equals(prefix)
                            || asset.qualifiedName().startsWith(prefix + "/"))
                    && (name == null || name.equals(asset.name()))
                    && (archivedBy == null || archivedBy.equals(asset.stamp().updatedBy()));
        }

        private static String parameter(String name, String value) {
            return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }
}
