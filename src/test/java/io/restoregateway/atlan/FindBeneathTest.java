package io.restoregateway.atlan;

import static io.restoregateway.atlan.Wire.guid;
import static io.restoregateway.atlan.Wire.hits;
import static io.restoregateway.atlan.Wire.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.restoregateway.archive.ArchivePage;
import io.restoregateway.archive.ArchiveSelector;
import io.restoregateway.archive.ArchivedAsset;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.CatalogException.Trouble;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is asked, and believed, of assets beneath a container other than a glossary. */
class FindBeneathTest {

    private static final long CHANGED = 1795294186068L;

    private static final String CONNECTION = "default/snowflake/1700000004";

    private static final String SCHEMA = CONNECTION + "/DB/S";

    private static final Guid A = guid(1);

    private static final Guid B = guid(2);

    private static final Guid CONTAINER = guid(99);

    private static final ArchiveSelector BY_ADMIN = new ArchiveSelector(null, null, null, null, "admin", null, null);

    @RegisterExtension
    final PlayedTenant tenant = PlayedTenant.whoseClientMayCallOnly(3);

    @Test
    void asksForWhatBelongsToAConnectionByEitherOfItsNames() {
        tenant.answers(Wire.recorded("search-no-hit"));
        ArchiveSelector bounds = new ArchiveSelector(
                new TypeName("View"),
                new QualifiedName("elsewhere"),
                new QualifiedName("default/other/1"),
                "no such name",
                "admin",
                Instant.ofEpochMilli(1795294186000L),
                Instant.ofEpochMilli(1795294187000L));

        ArchivePage page = archive().findBeneath(container("Connection", CONNECTION), bounds, A, 500);

        assertThat(page).isEqualTo(new ArchivePage(List.of(), 0, null, 1));
        assertThat(tenant.targets()).containsExactly("search/indexsearch");
        assertThat(filter()).isEqualTo(Wire.json(Wire.file("beneath-connection-request.json")));
        assertThat(tenant.body(0).at("/dsl/size").intValue()).isEqualTo(500);
        assertThat(tenant.body(0).at("/dsl/sort").toString()).isEqualTo("[{\"__guid\":{\"order\":\"asc\"}}]");
        assertThat(tenant.body(0).at("/dsl/search_after").toString()).isEqualTo("[\"" + A + "\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Database", "Schema", "Table", "View", "MaterialisedView"})
    void asksForQualifiedNamesBehindASlash(String typeName) {
        tenant.answers(Wire.recorded("search-no-hit"));

        archive().findBeneath(container(typeName, "a*b/?"), BY_ADMIN, null, 500);

        assertThat(filter().toString())
                .isEqualTo("[{\"term\":{\"__state\":\"DELETED\"}},{\"term\":{\"__modifiedBy\":\"admin\"}},"
                        + "{\"prefix\":{\"qualifiedName\":\"a*b/?/\"}}]");
    }

    @ParameterizedTest
    @CsvSource({
        "Schema, default/snowflake/1700000004/DB/S, true",
        "Database, default/snowflake/1700000004/DB, true",
        "Database, default/snowflake/1700000004/D, false",
        "Database, default/snowflake/1700000004/DB/, false",
        "Schema, default/snowflake/1700000004/db/S, false",
        "Table, default/snowflake/1700000004/DB/S/00000001, false",
        "Table, default/snowflake/1700000004/DB/S/00000001-0000-4000-8000-000000000000, false",
        "Connection, default/snowflake/1700000004, true",
        "Connection, default/snowflake/17000000040, false",
        "Connection, default/snowflake/170000000, false",
    })
    void believesAHitsOwnQualifiedName(String typeName, String qualifiedName, boolean taken) {
        tenant.answers(hits(A));

        ArchivePage page = archive().findBeneath(container(typeName, qualifiedName), BY_ADMIN, null, 500);

        assertThat(page.items()).hasSize(taken ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"default/odd/7, true", "default/odd/70, false"})
    void takesWhatNamesTheConnectionAsItsOwn(String connection, boolean taken) {
        tenant.answers(hits(1, table(A).replace("\"" + CONNECTION + "\"", "\"default/odd/7\"")));

        ArchivePage page = archive().findBeneath(container("Connection", connection), BY_ADMIN, null, 500);

        assertThat(page.items()).hasSize(taken ? 1 : 0);
    }

    @Test
    void aSchemaTakesNothingBecauseOfAConnection() {
        tenant.answers(hits(1, table(A).replace("\"" + CONNECTION + "\"", "\"odd\"")));

        assertThat(archive()
                        .findBeneath(container("Schema", "odd"), BY_ADMIN, null, 500)
                        .items())
                .isEmpty();
    }

    @Test
    void aContainerIsNotBeneathItself() {
        tenant.answers(hits(A, B));
        AssetIdentity container = new AssetIdentity(new TypeName("Schema"), new QualifiedName(SCHEMA), A);

        assertThat(guids(archive().findBeneath(container, BY_ADMIN, null, 500))).containsExactly(B);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "admin, -, -, true",
                "Admin, -, -, false",
                "-, 0, -, true",
                "-, 1, -, false",
                "-, -, 1, true",
                "-, -, 0, false",
                "admin, 0, 1, true",
                "admin, 1, 2, false",
                "somebody, 0, 1, false",
            })
    void takesOnlyWhatThatSomebodyArchivedAtThatTime(String by, Long after, Long before, boolean taken) {
        tenant.answers(hits(A));
        ArchiveSelector bounds = new ArchiveSelector(null, null, null, null, by, time(after), time(before));

        ArchivePage page = archive().findBeneath(container("Schema", SCHEMA), bounds, null, 500);

        assertThat(page.items()).hasSize(taken ? 1 : 0);
    }

    @Test
    void tellsTheExactMillisecond() {
        tenant.answers(hits(A));

        ArchivePage page = archive().findBeneath(container("Schema", SCHEMA), BY_ADMIN, null, 500);

        assertThat(page.items()).extracting(ArchivedAsset::archivedAt).containsExactly(Instant.ofEpochMilli(CHANGED));
    }

    @Test
    void dropsWhatIsNoLongerArchived() {
        tenant.answers(hits(2, table(A).replace("DELETED", "ACTIVE"), table(B)));

        assertThat(guids(archive().findBeneath(container("Schema", SCHEMA), BY_ADMIN, null, 500)))
                .containsExactly(B);
    }

    @Test
    void doesNotSearchWithoutABound() {
        ArchiveSelector unbounded = new ArchiveSelector(
                new TypeName("Table"), new QualifiedName(SCHEMA), new QualifiedName(CONNECTION), "T", null, null, null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> archive().findBeneath(container("Schema", SCHEMA), unbounded, null, 500))
                .withMessageContaining("archivedBy, archivedAfter or archivedBefore must be given");
        assertThat(tenant.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Column", "AtlasGlossaryTerm", "schema", "DataDomain"})
    void doesNotSearchBeneathWhatHasNoDescendants(String typeName) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> archive().findBeneath(container(typeName, SCHEMA), BY_ADMIN, null, 500))
                .withMessage("typeName " + typeName + " has no descendants");
        assertThat(tenant.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 501})
    void knowsNoOtherPages(int limit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> archive().findBeneath(container("Schema", SCHEMA), BY_ADMIN, null, limit))
                .withMessage("limit is " + limit + ": must be from 1 to 500");
        assertThatIllegalArgumentException().isThrownBy(() -> archive().find(BY_ADMIN, null, limit));
        assertThat(tenant.calls()).isEmpty();
    }

    @Test
    void sharesTheBudgetOfTheTenant() {
        tenant.alwaysAnswers(hits(A));
        for (int i = 0; i < 3; i++) {
            archive().findBeneath(container("Schema", SCHEMA), BY_ADMIN, null, 500);
        }

        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(() -> archive().findBeneath(container("Schema", SCHEMA), BY_ADMIN, null, 500))
                .matches(exception -> exception.trouble() == Trouble.BUDGET_EXHAUSTED);
        assertThat(tenant.calls()).hasSize(3);
    }

    private AtlanArchive archive() {
        return new AtlanArchive(tenant.line());
    }

    private JsonNode filter() {
        return tenant.body(0).at("/dsl/query/bool/filter");
    }

    private static Instant time(Long offset) {
        return offset == null ? null : Instant.ofEpochMilli(CHANGED + offset);
    }

    private static AssetIdentity container(String typeName, String qualifiedName) {
        return new AssetIdentity(new TypeName(typeName), new QualifiedName(qualifiedName), CONTAINER);
    }

    private static List<Guid> guids(ArchivePage page) {
        return page.items().stream().map(item -> item.identity().guid()).toList();
    }
}
