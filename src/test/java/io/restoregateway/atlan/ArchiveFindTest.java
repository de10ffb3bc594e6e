package io.restoregateway.atlan;

import static io.restoregateway.atlan.Wire.guid;
import static io.restoregateway.atlan.Wire.hits;
import static io.restoregateway.atlan.Wire.html;
import static io.restoregateway.atlan.Wire.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.restoregateway.archive.ArchivePage;
import io.restoregateway.archive.ArchiveSelector;
import io.restoregateway.archive.ArchivedAsset;
import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.CatalogException.Trouble;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveFindTest {

    private static final long CHANGED = 1795294186068L;

    private static final Guid A = guid(1);

    private static final Guid B = guid(2);

    private static final Guid C = guid(3);

    private static final ArchiveSelector ANYTHING = new ArchiveSelector(null, null, null, null, null, null, null);

    @RegisterExtension
    final PlayedTenant tenant = PlayedTenant.whoseClientMayCallOnly(20);

    @Test
    void findsOnePage() {
        tenant.answers(Wire.recorded("search-archived-page"));

        ArchivePage page = archive().find(ANYTHING, null, 2);

        assertThat(page.items())
                .extracting(item -> item.identity().qualifiedName().value(), ArchivedAsset::name)
                .containsExactly(
                        tuple("default/snowflake/1700000004/DB/S/T1", "T1"),
                        tuple("default/snowflake/1700000004/DB/S/T0", "T0"));
        assertThat(page.items()).allMatch(item -> item.archivedAt().equals(Instant.ofEpochMilli(CHANGED)));
        assertThat(page.items()).allMatch(item -> "admin".equals(item.archivedBy()));
        assertThat(page.total()).isEqualTo(3);
        assertThat(page.next()).isEqualTo(new Guid("a33f3c53-20ce-459a-84a2-8c11d694ab1b"));
        assertThat(tenant.calls()).hasSize(1);
    }

    @Test
    void asksForWhatIsSelected() {
        tenant.answers(Wire.recorded("search-no-hit"));
        ArchiveSelector selector = new ArchiveSelector(
                new TypeName("Table"),
                new QualifiedName("default/snowflake/1/DB/S"),
                new QualifiedName("default/snowflake/1"),
                "T",
                "ann",
                Instant.parse("2026-11-20T00:00:00.000000001Z"),
                Instant.parse("2026-11-21T00:00:00Z"));

        ArchivePage page = archive().find(selector, A, 50);

        assertThat(page).isEqualTo(new ArchivePage(List.of(), 0, null));
        assertThat(tenant.targets()).containsExactly("search/indexsearch");
        assertThat(tenant.body(0)).isEqualTo(Wire.json(Wire.file("archive-request.json")));
    }

    @Test
    void asksForAllThatIsArchivedWhenNothingIsSelected() {
        tenant.answers(Wire.recorded("search-no-hit"));

        archive().find(ANYTHING, null, 50);

        assertThat(tenant.body(0).at("/dsl/query/bool/filter").toString())
                .isEqualTo("[{\"term\":{\"__state\":\"DELETED\"}}]");
        assertThat(tenant.body(0).path("dsl").has("search_after")).isFalse();
    }

    @Test
    void dropsWhatIsNoLongerArchivedAndFillsThePage() {
        tenant.answers(hits(9, table(A).replace("DELETED", "ACTIVE"), table(B)), hits(9, table(C), table(guid(4))));

        ArchivePage page = archive().find(ANYTHING, null, 2);

        assertThat(page.items()).extracting(item -> item.identity().guid()).containsExactly(B, C);
        assertThat(page.next()).isEqualTo(C);
        assertThat(tenant.body(1).at("/dsl/search_after").toString()).isEqualTo("[\"" + B + "\"]");
        assertThat(tenant.calls()).hasSize(2);
    }

    @Test
    void endsWhenTheTotalIsReached() {
        tenant.answers(hits(A, B));

        ArchivePage page = archive().find(ANYTHING, null, 50);

        assertThat(page.items()).hasSize(2);
        assertThat(page.next()).isNull();
        assertThat(tenant.calls()).hasSize(1);
    }

    @Test
    void endsAtAPageWithoutHits() {
        tenant.answers(hits(3, table(B)), hits(3));

        ArchivePage page = archive().find(ANYTHING, A, 50);

        assertThat(page.items()).hasSize(1);
        assertThat(page.next()).isNull();
    }

    @Test
    void stopsAfterSomeSearchesAndTellsWhereToGoOn() {
        tenant.answers(active(1), active(2), active(3), active(4), active(5), hits(99, table(guid(6))));

        ArchivePage page = archive().find(ANYTHING, null, 1);

        assertThat(page.items()).isEmpty();
        assertThat(page.next()).isEqualTo(guid(5));
        assertThat(tenant.calls()).hasSize(5);
    }

    @Test
    void aLargePageIsWorthItsSearchAlsoWhenSomeHitsDoNotHold() {
        List<String> found = new ArrayList<>(IntStream.rangeClosed(1, 500)
                .mapToObj(Wire::guid)
                .map(Wire::table)
                .toList());
        found.replaceAll(hit -> found.indexOf(hit) < 400 ? hit.replace("DELETED", "ACTIVE") : hit);
        tenant.answers(hits(20_000, found.toArray(String[]::new)));

        ArchivePage page = archive().find(ANYTHING, null, 500);

        assertThat(page.items()).hasSize(100);
        assertThat(page.next()).isEqualTo(guid(500));
        assertThat(tenant.calls()).hasSize(1);
        assertThat(tenant.body(0).at("/dsl/size").intValue()).isEqualTo(500);
    }

    @Test
    void aLargePageIsFilledWhileItHasHardlyAnything() {
        tenant.answers(hits(9, table(A)), hits(9));

        ArchivePage page = archive().find(ANYTHING, null, 500);

        assertThat(page.items()).hasSize(1);
        assertThat(page.next()).isNull();
        assertThat(tenant.calls()).hasSize(2);
    }

    @Test
    void goesOnBehindAHitThatChangedSinceTheIndexSawIt() {
        String changedSince = table(B).replace("1795294186068", "1795294186069");
        tenant.answers(hits(9, table(A), changedSince), hits(9));

        archive().find(ANYTHING, null, 3);

        assertThat(tenant.body(1).at("/dsl/search_after").toString()).isEqualTo("[\"" + B + "\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "default/snowflake/1700000004/DB/S, true",
        "default/snowflake/1700000004/DB/S/, true",
        "default/snowflake/1700000004/DB/S/00000001-0000-4000-8000-000000000000, true",
        "default/snowflake/1700000004/DB, true",
        "default/snowflake/1700000004/D, false",
        "default/snowflake/1700000004/DB/S/00000001, false",
        "DEFAULT/snowflake/1700000004/DB/S, false",
    })
    void cutsAPrefixAtASlash(String prefix, boolean taken) {
        tenant.answers(hits(A));

        ArchivePage page = archive()
                .find(new ArchiveSelector(null, new QualifiedName(prefix), null, null, null, null, null), null, 5);

        assertThat(page.items()).hasSize(taken ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Table, -, -, -, true",
                "View, -, -, -, false",
                "-, T, -, -, true",
                "-, t, -, -, false",
                "-, -, admin, -, true",
                "-, -, Admin, -, false",
                "-, -, -, default/snowflake/1700000004, true",
                "-, -, -, default/snowflake/1700000005, false",
            })
    void believesAHitsOwnValues(String typeName, String name, String by, String connection, boolean taken) {
        tenant.answers(hits(A));
        ArchiveSelector selector = new ArchiveSelector(
                typeName == null ? null : new TypeName(typeName),
                null,
                connection == null ? null : new QualifiedName(connection),
                name,
                by,
                null,
                null);

        assertThat(archive().find(selector, null, 5).items()).hasSize(taken ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, true", "-1, 0, false", "1, 2, false"})
    void takesWhatWasArchivedFromThenToBeforeThen(long after, long before, boolean taken) {
        tenant.answers(hits(A));
        ArchiveSelector selector = new ArchiveSelector(
                null,
                null,
                null,
                null,
                null,
                Instant.ofEpochMilli(CHANGED + after),
                Instant.ofEpochMilli(CHANGED + before));

        assertThat(archive().find(selector, null, 5).items()).hasSize(taken ? 1 : 0);
    }

    @Test
    void saysWhenTheSearchIsAway() {
        tenant.alwaysAnswers(html(502));

        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(() -> archive().find(ANYTHING, null, 5))
                .matches(exception -> exception.trouble() == Trouble.UNAVAILABLE);
    }

    @Test
    void sharesTheBudgetOfTheTenant() {
        tenant.alwaysAnswers(hits(A));
        for (int i = 0; i < 20; i++) {
            archive().find(ANYTHING, null, 5);
        }

        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(() -> archive().find(ANYTHING, null, 5))
                .matches(exception -> exception.trouble() == Trouble.BUDGET_EXHAUSTED);
        assertThat(tenant.calls()).hasSize(20);
    }

    private AtlanArchive archive() {
        return new AtlanArchive(tenant.line());
    }

    private static ResponseDefinitionBuilder active(int number) {
        return hits(99, table(guid(number)).replace("DELETED", "ACTIVE"));
    }
}
