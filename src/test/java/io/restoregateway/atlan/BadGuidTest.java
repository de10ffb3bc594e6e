package io.restoregateway.atlan;

import static io.restoregateway.atlan.Wire.answer;
import static io.restoregateway.atlan.Wire.entities;
import static io.restoregateway.atlan.Wire.error;
import static io.restoregateway.atlan.Wire.guid;
import static io.restoregateway.atlan.Wire.hits;
import static io.restoregateway.atlan.Wire.missing;
import static io.restoregateway.atlan.Wire.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.restoregateway.restore.CatalogEntry;
import io.restoregateway.restore.CatalogEntry.Absent;
import io.restoregateway.restore.CatalogEntry.Archived;
import io.restoregateway.restore.CatalogEntry.Withheld;
import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.CatalogException.Trouble;
import io.restoregateway.restore.Guid;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BadGuidTest {

    private static final Guid A = guid(1);

    private static final Guid B = guid(2);

    private static final Guid C = guid(3);

    private static final Guid D = guid(4);

    @RegisterExtension
    final PlayedTenant tenant = new PlayedTenant();

    @Test
    void takesTheMissingOneOutAndAsksForTheRest() {
        tenant.answers(missing(B), entities(table(A), table(C)));

        Map<Guid, CatalogEntry> found = find(A, B, C);

        assertThat(found.get(A)).isInstanceOf(Archived.class);
        assertThat(found.get(C)).isInstanceOf(Archived.class);
        assertThat(((Absent) found.get(B)).word().errorCode()).isEqualTo("ATLAS-404-00-005");
        assertThat(tenant.targets()).containsExactly(bulk(A, B, C), bulk(A, C));
    }

    @Test
    void readsTheLivingTogetherOnceASecondIsMissing() {
        tenant.answers(missing(B), missing(C), hits(A), entities(table(A)), missing(D));

        Map<Guid, CatalogEntry> found = find(A, B, C, D);

        assertThat(found.get(A)).isInstanceOf(Archived.class);
        assertThat(List.of(found.get(B), found.get(C), found.get(D))).allMatch(Absent.class::isInstance);
        assertThat(tenant.targets())
                .containsExactly(bulk(A, B, C, D), bulk(A, C, D), "search/indexsearch", bulk(A), bulk(D));
        assertThat(tenant.body(2).at("/dsl/query/bool/filter/0/terms/__guid").toString())
                .isEqualTo("[\"" + A + "\",\"" + D + "\"]");
    }

    @Test
    void believesTheStoreAndNotTheSearchThatKnowsNothing() {
        tenant.answers(missing(B), missing(C), hits(), missing(D), entities(table(A)));

        Map<Guid, CatalogEntry> found = find(A, B, C, D);

        assertThat(found.get(A)).isInstanceOf(Archived.class);
        assertThat(found.get(D)).isInstanceOf(Absent.class);
        assertThat(tenant.calls()).hasSize(5);
    }

    @Test
    void hearsOfEachMissingOneFromTheStore() {
        tenant.answers(missing(A), missing(B), hits(), missing(D), missing(C));

        assertThat(find(A, B, C, D).values()).hasSize(4).allMatch(Absent.class::isInstance);

        assertThat(tenant.calls()).hasSize(5);
    }

    @Test
    void looksCloserWhenAMissIsNotNamed() {
        ResponseDefinitionBuilder unnamed = error(404, "ATLAS-404-00-005", "Given instance guid is invalid/not found");
        tenant.answers(unnamed, entities(table(A)), unnamed);

        Map<Guid, CatalogEntry> found = find(A, B);

        assertThat(found.get(A)).isInstanceOf(Archived.class);
        assertThat(found.get(B)).isInstanceOf(Absent.class);
        assertThat(tenant.targets()).containsExactly(bulk(A, B), bulk(A), bulk(B));
    }

    @Test
    void doesNotTakeTheWordForAnotherGuid() {
        tenant.answers(missing(D));

        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(() -> find(A))
                .matches(exception -> exception.trouble() == Trouble.ERROR);
        assertThat(tenant.calls()).hasSize(1);
    }

    @Test
    void takesTheUnreadableOneOutWhereItIsNamed() {
        tenant.answers(
                answer(
                        403,
                        "{\"errorCode\":\"ATLAS-403-00-001\",\"errorMessage\":\"no\",\"entityGuid\":\"" + B + "\"}"),
                entities(table(A)));

        Map<Guid, CatalogEntry> found = find(A, B);

        assertThat(found.get(A)).isInstanceOf(Archived.class);
        assertThat(((Withheld) found.get(B)).word().status()).isEqualTo(403);
        assertThat(tenant.targets()).containsExactly(bulk(A, B), bulk(A));
    }

    @Test
    void readsSinglyWhatWasSkipped() {
        tenant.answers(forbidden(), entities(table(A)), forbidden(), missing(C), entities(table(D)));

        Map<Guid, CatalogEntry> found = find(A, B, C, D);

        assertThat(found.get(A)).isInstanceOf(Archived.class);
        assertThat(found.get(B)).isInstanceOf(Withheld.class);
        assertThat(found.get(C)).isInstanceOf(Absent.class);
        assertThat(found.get(D)).isInstanceOf(Archived.class);
        assertThat(tenant.targets())
                .containsExactly(
                        bulk(A, B, C, D), bulk(A, B, C, D) + "&skipFailedEntities=true", bulk(B), bulk(C), bulk(D));
    }

    @Test
    void findsTheUnreadableByHalvesWhereSkippingDoesNotHelp() {
        tenant.answers(forbidden(), forbidden(), entities(table(A)), forbidden());

        Map<Guid, CatalogEntry> found = find(A, B);

        assertThat(found.get(A)).isInstanceOf(Archived.class);
        assertThat(found.get(B)).isInstanceOf(Withheld.class);
        assertThat(tenant.calls()).hasSize(4);
    }

    @Test
    void doesNotTakeTheEdgeForTheStore() {
        tenant.answers(Wire.html(403));

        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(() -> find(A))
                .matches(exception -> exception.trouble() == Trouble.ERROR);
    }

    @Test
    void doesNotTakeA404OfTheEdgeForAMiss() {
        tenant.answers(Wire.html(404));

        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(() -> find(A))
                .matches(exception -> exception.trouble() == Trouble.ERROR);
    }

    private Map<Guid, CatalogEntry> find(Guid... guids) {
        return tenant.catalog().find(List.of(guids), true);
    }

    private static ResponseDefinitionBuilder forbidden() {
        return error(403, "ATLAS-403-00-001", "admin is not authorized to perform read on an asset");
    }

    private static String bulk(Guid... guids) {
        return Arrays.stream(guids).map(guid -> "guid=" + guid).collect(Collectors.joining("&", "entity/bulk?", ""))
                + "&ignoreRelationships=false&minExtInfo=true";
    }
}
