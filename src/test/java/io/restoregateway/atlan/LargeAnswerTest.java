package io.restoregateway.atlan;

import static io.restoregateway.atlan.Wire.entities;
import static io.restoregateway.atlan.Wire.guid;
import static io.restoregateway.atlan.Wire.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.restoregateway.restore.CatalogEntry;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.RestorableAssetFixtures;
import io.restoregateway.restore.RestoreAnswer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.util.unit.DataSize;

class LargeAnswerTest {

    private static final Guid A = guid(1);

    private static final Guid B = guid(2);

    private static final Guid C = guid(3);

    @RegisterExtension
    final PlayedTenant tenant = PlayedTenant.whoseClientAcceptsOnly(DataSize.ofKilobytes(20));

    @Test
    void halvesTheRead() {
        tenant.answers(tooLarge(), entities(table(A)), entities(table(B), table(C)));

        assertThat(tenant.catalog().find(List.of(A, B, C), true).values())
                .allMatch(CatalogEntry.Archived.class::isInstance);

        assertThat(tenant.calls()).hasSize(3);
    }

    @Test
    void readsASingleOneWithoutItsEdges() {
        tenant.answers(tooLarge(), entities(table(A)));

        CatalogEntry entry = tenant.catalog().find(List.of(A), true).get(A);

        assertThat(((CatalogEntry.Archived) entry).asset().relationshipsRead()).isFalse();
        assertThat(tenant.targets())
                .containsExactly(
                        "entity/bulk?guid=" + A + "&ignoreRelationships=false&minExtInfo=true",
                        "entity/bulk?guid=" + A + "&ignoreRelationships=true&minExtInfo=true");
    }

    @Test
    void withholdsOnlyTheOneThatIsTooLargeEvenSo() {
        tenant.answers(tooLarge(), tooLarge(), tooLarge(), entities(table(B)));

        Map<Guid, CatalogEntry> found = tenant.catalog().find(List.of(A, B), true);

        assertThat(((CatalogEntry.Withheld) found.get(A)).word().errorMessage())
                .isEqualTo("An answer larger than is accepted");
        assertThat(found.get(B)).isInstanceOf(CatalogEntry.Archived.class);
        assertThat(tenant.calls()).hasSize(4);
    }

    @Test
    void doesNotTakeAWriteForUndoneWhoseAnswerIsTooLarge() {
        tenant.answers(tooLarge());

        RestoreAnswer answer = tenant.catalog().restore(List.of(RestorableAssetFixtures.anyVerifiedAsset(A)));

        assertThat(answer).isInstanceOf(RestoreAnswer.Unanswered.class);
        assertThat(tenant.calls()).hasSize(1);
    }

    private static ResponseDefinitionBuilder tooLarge() {
        return entities(table(A).replace("\"T\"", '"' + "x".repeat(30_000) + '"'));
    }
}
