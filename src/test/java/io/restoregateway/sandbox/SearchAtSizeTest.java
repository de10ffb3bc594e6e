package io.restoregateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What earlier searches found is used again, and yet every search tells what the index holds at its own moment. */
class SearchAtSizeTest {

    private static final Map<String, Object> ARCHIVED = Map.of("term", Map.of("__state", "DELETED"));

    private final SandboxClient client = new SandboxClient();
    private final SandboxTenant tenant = client.tenant;
    private GeneratedConnection grown;

    @BeforeEach
    void archiveHalf() {
        grown = tenant.generateNeighbours(2_500, 2_500);
        tenant.as("crawler").archiveBeneath(grown.qualifiedName() + "/DB/SCHEMA");
    }

    @Test
    void theSameQueryFollowsEveryKindOfChange() {
        holds(ARCHIVED, StoredAsset::isArchived);
        String restored = someArchived();
        client.write(SandboxClient.entry(tenant.asset(restored).orElseThrow()));
        holds(ARCHIVED, StoredAsset::isArchived);
        assertThat(SearchPages.guids(client, ARCHIVED)).doesNotContain(restored);

        tenant.as("jsmith").archive(restored, grown.guid());
        holds(ARCHIVED, StoredAsset::isArchived);
        tenant.as("jsmith").purge(someArchived());
        holds(ARCHIVED, StoredAsset::isArchived);
        String made = tenant.as("jsmith").create("Table", "made/later", Map.of());
        tenant.as("jsmith").archive(made);
        holds(ARCHIVED, StoredAsset::isArchived);
        tenant.as("jsmith").allow(made, AssetAccess.NONE);
        holds(ARCHIVED, StoredAsset::isArchived);
        tenant.as("crawler").archiveBeneath("default");
        holds(ARCHIVED, StoredAsset::isArchived);
        tenant.reset();
        holds(ARCHIVED, StoredAsset::isArchived);
    }

    @Test
    void prefixAndExactNamesFollowChangesToo() {
        String schema = grown.qualifiedName() + "/DB/SCHEMA";
        Map<String, Object> prefix = Map.of("prefix", Map.of("qualifiedName", schema + "/"));
        holds(prefix, asset -> asset.qualifiedName().startsWith(schema + "/"));

        String renamed = someArchived();
        tenant.as("jsmith").rename(renamed, schema + "2/RENAMED");

        holds(prefix, asset -> asset.qualifiedName().startsWith(schema + "/"));
        assertThat(SearchPages.guids(client, Map.of("terms", Map.of("qualifiedName", List.of(schema + "2/RENAMED")))))
                .containsExactly(renamed);
    }

    @Test
    void aLaggingIndexStillShowsTheOldHitsAndCatchesUp() {
        int before = SearchPages.guids(client, ARCHIVED).size();
        tenant.change(settings -> settings.withIndexLag(Duration.ofSeconds(30)));
        client.clock.tick(Duration.ofSeconds(60));
        String restored = someArchived();
        client.write(SandboxClient.entry(tenant.asset(restored).orElseThrow()));

        assertThat(SearchPages.guids(client, ARCHIVED)).hasSize(before).contains(restored);
        assertThat(SearchPages.guids(client, Map.of("term", Map.of("__guid", restored))))
                .containsExactly(restored);

        client.clock.tick(Duration.ofSeconds(30));
        assertThat(SearchPages.guids(client, ARCHIVED)).hasSize(before - 1).doesNotContain(restored);

        tenant.change(settings -> settings.withIndexLag(Duration.ofSeconds(90)));
        assertThat(SearchPages.guids(client, ARCHIVED)).doesNotHaveDuplicates();
    }

    @Test
    void findsTheTermsOfAGlossaryByTheEndOfTheirNames() {
        Map<String, Object> ending = Map.of("wildcard", Map.of("qualifiedName", "*@FzCMyPR2LxkPFgr8eNGrq"));

        holds(ending, asset -> asset.qualifiedName().endsWith("@FzCMyPR2LxkPFgr8eNGrq"));
        assertThat(SearchPages.guids(client, ending)).hasSize(8);
        holds(
                Map.of("wildcard", Map.of("qualifiedName", "*\\*@FzCMyPR2LxkPFgr8eNGrq")),
                asset -> asset.qualifiedName().endsWith("*@FzCMyPR2LxkPFgr8eNGrq"));
    }

    @Test
    void anyOfSeveralConditionsMayNarrowTheSearch() {
        String schema = grown.qualifiedName() + "/DB/SCHEMA";
        Map<String, Object> atOrBeneath = Map.of(
                "bool",
                Map.of(
                        "should",
                        List.of(
                                Map.of("term", Map.of("qualifiedName", schema)),
                                Map.of("prefix", Map.of("qualifiedName", schema + "/"))),
                        "minimum_should_match",
                        1));

        holds(
                Map.of("bool", Map.of("filter", List.of(ARCHIVED, atOrBeneath))),
                asset -> asset.isArchived() && asset.qualifiedName().startsWith(schema + "/"));
        holds(atOrBeneath, asset -> (asset.qualifiedName() + "/").startsWith(schema + "/"));
        holds(
                Map.of("bool", Map.of("should", List.of(atOrBeneath, ARCHIVED), "minimum_should_match", 1)),
                asset -> asset.isArchived() || (asset.qualifiedName() + "/").startsWith(schema + "/"));
    }

    private String someArchived() {
        return Stream.of(SearchPages.guids(client, ARCHIVED))
                .flatMap(List::stream)
                .filter(guid -> tenant.asset(guid).orElseThrow().typeName().equals("Column"))
                .filter(guid -> tenant.asset(guid).orElseThrow().qualifiedName().startsWith(grown.qualifiedName()))
                .findFirst()
                .orElseThrow();
    }

    private void holds(Object query, Predicate<StoredAsset> expected) {
        assertThat(SearchPages.guids(client, query))
                .isEqualTo(tenant.stream()
                        .filter(asset -> asset.access() != AssetAccess.NONE)
                        .filter(expected)
                        .map(StoredAsset::guid)
                        .sorted()
                        .toList());
    }
}
