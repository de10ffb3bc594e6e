package io.restoregateway.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.archive.Archive;
import io.restoregateway.archive.ArchivePage;
import io.restoregateway.archive.ArchiveSelector;
import io.restoregateway.archive.ArchivedAsset;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import io.restoregateway.sandbox.AssetAccess;
import io.restoregateway.sandbox.StoredAsset;
import io.restoregateway.sandbox.StoredRelationship;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is found beneath a container is exactly what that one accident archived there, and nothing is changed. */
class FindBeneathPromiseTest extends PromiseTestCase {

    private static final String SCHEMA = "default/snowflake/1700000000/DB/SCHEMA";

    private static final int SEARCHES = 200;

    @Autowired
    private Archive archive;

    @Test
    void findsExactlyWhatLiesBeneathAndWasArchivedThen() {
        int hits = 0;
        for (int number = 0; number < SEARCHES; number++) {
            Random random = new Random(SEED + number);
            if (number % 40 == 0) {
                tenant.reset();
                tenant.change(settings -> settings.withIndexLagChanges(random.nextInt(5)));
            }
            if (random.nextInt(4) == 0) {
                // A search index that lags still lists it.
                tenant.as("somebody").restore(pick(random, archived()).guid());
            }
            StoredAsset container = pick(random, containers());
            ArchiveSelector bounds = bounds(random, model(random, container));
            int limit = 1 + random.nextInt(60);
            Map<String, StoredAsset> before = tenant.assets();
            Set<String> meant = meant(container, bounds);
            hits += meant.size();
            told(number, List.of(container.qualifiedName(), bounds, limit), () -> {
                assertThat(guids(pages(container, bounds, limit))).isEqualTo(meant);
                assertThat(tenant.assets()).isEqualTo(before);
            });
        }
        assertThat(hits).isGreaterThan(SEARCHES);
    }

    @Test
    void findsOneAccidentAmongOthers() {
        StoredAsset schema = stored("Schema", SCHEMA);
        Set<String> lost = create(SCHEMA + "/LOST", 700);
        Set<String> neighbours = create(SCHEMA + "2/KEPT", 5);
        Set<String> earlier = create(SCHEMA + "/EARLIER", 5);
        Set<String> somebodys = create(SCHEMA + "/SOMEBODYS", 5);
        tenant.as("crawler").archive(earlier.toArray(String[]::new));
        clock.of(Duration.ofHours(1));
        Instant start = clock.instant();
        tenant.as("crawler").archive(lost.toArray(String[]::new)).archive(neighbours.toArray(String[]::new));
        tenant.as("somebody").archive(somebodys.toArray(String[]::new));
        tenant.forgetCalls();

        List<ArchivedAsset> found = pages(schema, by("crawler", start), Archive.LARGEST_PAGE);

        assertThat(guids(found)).isEqualTo(lost);
        assertThat(tenant.calls()).hasSize(3);
        assertThat(found)
                .allSatisfy(one -> assertThat(one.archivedAt().toEpochMilli())
                        .isEqualTo(tenant.assets()
                                .get(one.identity().guid().value())
                                .updateTime()));
    }

    @Test
    void findsAGlossarysOwnTermsByTheirAnchor() {
        String abc = tenant.as("ann").create("AtlasGlossary", "abc", Map.of());
        String xabc = tenant.as("ann").create("AtlasGlossary", "xabc", Map.of());
        String tricky = tenant.as("ann").create("AtlasGlossary", "b@abc", Map.of());
        String own = term(abc);
        List<String> others = List.of(term(xabc), term(tricky), term(xabc));
        tenant.as("ann").rename(others.getLast(), "moved@abc");
        String somebodys = term(abc);
        tenant.as("somebody").archive(somebodys);
        tenant.as("ann").archive(own).archive(others.toArray(String[]::new));

        List<ArchivedAsset> found = pages(tenant.assets().get(abc), by("ann", null), 2);

        assertThat(guids(found)).containsExactly(own);
    }

    @Test
    void findsTermsOfAGlossaryWhoseNameIsAWildcard() {
        String odd = tenant.as("ann").create("AtlasGlossary", "a\\*c?", Map.of());
        String plain = tenant.as("ann").create("AtlasGlossary", "a\\bcd", Map.of());
        String own = term(odd);
        tenant.as("ann").archive(own, term(plain));
        tenant.forgetCalls();

        assertThat(guids(pages(tenant.assets().get(odd), by("ann", null), 1))).containsExactly(own);
    }

    private String term(String glossary) {
        Map<String, Object> entity = Map.of(
                "typeName",
                "AtlasGlossaryTerm",
                "guid",
                "-1",
                "attributes",
                Map.of(
                        "name",
                        "Term",
                        "qualifiedName",
                        "given by the tenant",
                        "anchor",
                        Map.of("typeName", "AtlasGlossary", "guid", glossary)));
        return gateway.post("/sandbox/api/meta/entity/bulk", Map.of("entities", List.of(entity)))
                .body()
                .at("/guidAssignments/-1")
                .stringValue();
    }

    private Set<String> create(String path, int number) {
        return IntStream.range(0, number)
                .mapToObj(index -> tenant.as("ann").create("Table", path + index, Map.of()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> meant(StoredAsset container, ArchiveSelector bounds) {
        return archived().stream()
                .filter(asset -> asset.access() != AssetAccess.NONE)
                .filter(asset -> isBeneath(container, asset))
                .filter(asset -> bounds.archivedBy() == null
                        || bounds.archivedBy().equals(asset.stamp().updatedBy()))
                .filter(asset ->
                        bounds.archivedAfter() == null || bounds.archivedAfter().toEpochMilli() <= asset.updateTime())
                .filter(asset -> bounds.archivedBefore() == null
                        || bounds.archivedBefore().toEpochMilli() > asset.updateTime())
                .map(StoredAsset::guid)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isBeneath(StoredAsset container, StoredAsset asset) {
        return switch (container.typeName()) {
            case "AtlasGlossary" ->
                tenant.relationships().values().stream()
                        .filter(edge -> edge.type().endsWith("Anchor"))
                        .filter(edge -> edge.parentGuid().equals(container.guid()))
                        .map(StoredRelationship::childGuid)
                        .anyMatch(asset.guid()::equals);
            case "Connection" ->
                asset.qualifiedName().startsWith(container.qualifiedName() + "/")
                        || container.qualifiedName().equals(asset.attributes().get("connectionQualifiedName"));
            default -> asset.qualifiedName().startsWith(container.qualifiedName() + "/");
        };
    }

    private List<ArchivedAsset> pages(StoredAsset container, ArchiveSelector bounds, int limit) {
        List<ArchivedAsset> found = new ArrayList<>();
        Guid after = null;
        do {
            ArchivePage page = archive.findBeneath(identity(container), bounds, after, limit);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            assertThat(page.next() != null && page.next().equals(after))
                    .as("does not get beyond %s", after)
                    .isFalse();
            found.addAll(page.items());
            after = page.next();
        } while (after != null);
        return found;
    }

    private static Set<String> guids(List<ArchivedAsset> found) {
        List<String> guids =
                found.stream().map(one -> one.identity().guid().value()).toList();
        assertThat(guids).doesNotHaveDuplicates();
        return new TreeSet<>(guids);
    }

    private List<StoredAsset> archived() {
        return assets().stream().filter(StoredAsset::isArchived).toList();
    }

    private List<StoredAsset> containers() {
        return assets().stream()
                .filter(asset -> Archive.hasDescendants(new TypeName(asset.typeName())))
                .toList();
    }

    private StoredAsset stored(String typeName, String qualifiedName) {
        return tenant.named(qualifiedName).stream()
                .filter(asset -> asset.typeName().equals(typeName))
                .findFirst()
                .orElseThrow();
    }

    /** An archived asset beneath the container, where there is one. */
    private StoredAsset model(Random random, StoredAsset container) {
        List<StoredAsset> beneath =
                archived().stream().filter(asset -> isBeneath(container, asset)).toList();
        return pick(random, beneath.isEmpty() ? archived() : beneath);
    }

    private static StoredAsset pick(Random random, List<StoredAsset> assets) {
        return assets.get(random.nextInt(assets.size()));
    }

    private static ArchiveSelector by(String somebody, Instant after) {
        return new ArchiveSelector(null, null, null, null, somebody, after, null);
    }

    /** At least one of who, after and before, as they fit an archived asset or just miss it. */
    private static ArchiveSelector bounds(Random random, StoredAsset model) {
        Instant changed = Instant.ofEpochMilli(model.updateTime());
        int given = 1 + random.nextInt(7);
        return new ArchiveSelector(
                null,
                null,
                null,
                null,
                (given & 1) == 0 ? null : model.stamp().updatedBy(),
                (given & 2) == 0 ? null : changed.plusMillis(random.nextInt(2)),
                (given & 4) == 0 ? null : changed.plusMillis(random.nextInt(3)));
    }

    private static AssetIdentity identity(StoredAsset asset) {
        return new AssetIdentity(
                new TypeName(asset.typeName()), new QualifiedName(asset.qualifiedName()), new Guid(asset.guid()));
    }
}
