package io.restoregateway.atlan;

import static io.restoregateway.atlan.Wire.entities;
import static io.restoregateway.atlan.Wire.guid;
import static io.restoregateway.atlan.Wire.hits;
import static io.restoregateway.atlan.Wire.missing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.restoregateway.archive.ArchivePage;
import io.restoregateway.archive.ArchiveSelector;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.CatalogException.Trouble;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked, and believed, of terms and categories in a glossary: the index by name, the store by anchor. */
class FindInGlossaryTest {

    private static final Guid A = guid(1);

    private static final Guid B = guid(2);

    private static final Guid C = guid(3);

    private static final Guid GLOSSARY = guid(1_001);

    private static final Guid OTHER_GLOSSARY = guid(1_002);

    private static final ArchiveSelector BY_ADMIN = new ArchiveSelector(null, null, null, null, "admin", null, null);

    @RegisterExtension
    final PlayedTenant tenant = PlayedTenant.whoseClientMayCallOnly(6);

    @Test
    void asksForNamesThatEndWithTheGlossarysWhateverCharactersItHas() {
        tenant.answers(Wire.recorded("search-no-hit"));

        ArchivePage page = find("a*b?c\\d", 500);

        assertThat(page).isEqualTo(new ArchivePage(List.of(), 0, null, 1));
        assertThat(tenant.targets()).containsExactly("search/indexsearch");
        assertThat(tenant.body(0).at("/dsl/query/bool/filter"))
                .isEqualTo(Wire.json(Wire.file("beneath-glossary-request.json")));
    }

    @Test
    void takesWhatIsAnchoredInThatVeryGlossary() {
        tenant.answers(
                hits(3, hit(A), hit(B), hit(C)),
                entities(term(A, anchor(GLOSSARY)), term(B, anchor(OTHER_GLOSSARY)), term(C, "null")));

        ArchivePage page = find("abc", 500);

        assertThat(guids(page)).containsExactly(A);
        assertThat(page.total()).isEqualTo(3);
        assertThat(page.next()).isNull();
        assertThat(tenant.calls().get(1).getMethod().value()).isEqualTo("GET");
        assertThat(tenant.targets().get(1))
                .startsWith("entity/bulk?guid=" + A + "&guid=" + B + "&guid=" + C)
                .contains("ignoreRelationships=false");
    }

    @Test
    void doesNotBelieveAnAnchorInTwoGlossaries() {
        tenant.answers(hits(1, hit(A)), entities(term(A, "[" + anchor(GLOSSARY) + "," + anchor(OTHER_GLOSSARY) + "]")));

        assertThat(find("abc", 500).items()).isEmpty();
    }

    @Test
    void leavesOutWhatTheStoreDoesNotHave() {
        tenant.answers(hits(2, hit(A), hit(B)), missing(A), entities(term(B, anchor(GLOSSARY))));

        assertThat(guids(find("abc", 500))).containsExactly(B);
    }

    @Test
    void aPageWithoutAnyOfItsOwnTellsWhereToGoOn() {
        tenant.answers(hits(9, hit(A), hit(B)), entities(term(A, anchor(OTHER_GLOSSARY))));

        ArchivePage page = find("abc", 1);

        assertThat(page.items()).isEmpty();
        assertThat(page.next()).isEqualTo(A);
    }

    @ParameterizedTest
    @CsvSource({
        "AtlasGlossaryTerm, x@abc, true",
        "AtlasGlossaryCategory, x@abc, true",
        "AtlasGlossaryTerm, x@b@abc, true",
        "AtlasGlossaryTerm, x@xabc, false",
        "AtlasGlossaryTerm, x@ABC, false",
        "AtlasGlossaryTerm, abc, false",
        "AtlasGlossaryTerm, x@abc/y, false",
        "Table, x@abc, false",
    })
    void readsOnlyWhatCanBeInTheGlossary(String typeName, String qualifiedName, boolean read) {
        String hit = hit(A).replace(A + "@abc", qualifiedName).replace("AtlasGlossaryTerm", typeName);
        tenant.answers(hits(1, hit), entities(hit.replace("null", anchor(GLOSSARY))));

        ArchivePage page = find("abc", 500);

        assertThat(page.items()).hasSize(read ? 1 : 0);
        assertThat(tenant.calls()).hasSize(read ? 2 : 1);
    }

    @Test
    void readsAHundredAtOnce() {
        List<Guid> some = IntStream.range(1, 252).mapToObj(Wire::guid).toList();
        String[] found = some.stream().map(FindInGlossaryTest::hit).toArray(String[]::new);
        tenant.answers(
                hits(251, found),
                entities(anchored(some.subList(0, 100))),
                entities(anchored(some.subList(100, 200))),
                entities(anchored(some.subList(200, 251))));

        assertThat(guids(find("abc", 500))).isEqualTo(some);
        assertThat(tenant.calls()).hasSize(4);
    }

    @Test
    void reservesTheReadsWithTheSearch() {
        tenant.answers(hits(A), hits(A));
        find("abc", 500);

        // One call is spent, and a full page may need six.
        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(() -> find("abc", 500))
                .matches(exception -> exception.trouble() == Trouble.BUDGET_EXHAUSTED);
        assertThat(tenant.calls()).hasSize(1);
        find("abc", 400);
        assertThat(tenant.calls()).hasSize(2);
    }

    private ArchivePage find(String glossary, int limit) {
        AssetIdentity identity =
                new AssetIdentity(new TypeName("AtlasGlossary"), new QualifiedName(glossary), GLOSSARY);
        return new AtlanArchive(tenant.line()).findBeneath(identity, BY_ADMIN, null, limit);
    }

    /** A term as a search shows it: without its archived anchor. */
    private static String hit(Guid guid) {
        return term(guid, "null");
    }

    private static String term(Guid guid, String anchor) {
        return Wire.file("term-in-glossary.json").replace("GUID", guid.value()).replace("ANCHOR", anchor);
    }

    private static String anchor(Guid glossary) {
        return "{\"guid\":\"%s\",\"typeName\":\"AtlasGlossary\",\"entityStatus\":\"DELETED\",\"relationshipStatus\":\"DELETED\"}"
                .formatted(glossary);
    }

    private static String[] anchored(List<Guid> guids) {
        return guids.stream().map(guid -> term(guid, anchor(GLOSSARY))).toArray(String[]::new);
    }

    private static List<Guid> guids(ArchivePage page) {
        return page.items().stream().map(item -> item.identity().guid()).toList();
    }
}
