package io.restoregateway.atlan;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static io.restoregateway.atlan.PlayedTenant.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.restoregateway.restore.CatalogEntry;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.Relationship;
import io.restoregateway.restore.StoredAsset;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StoreReadTests {

    static final Guid T0 = new Guid("a33f3c53-20ce-459a-84a2-8c11d694ab1b");

    static final Guid T1 = new Guid("2ebc75b9-8537-4945-a160-2b2bfc08111a");

    @RegisterExtension
    final PlayedTenant tenant = new PlayedTenant();

    @Test
    void readsManyByOneCall() {
        tenant.server().stubFor(any(anyUrl()).willReturn(recorded("read-bulk")));

        Map<Guid, CatalogEntry> found = tenant.catalog().find(List.of(T0, T1), true);

        assertThat(found.keySet()).containsExactly(T0, T1);
        assertThat(found.values()).allMatch(CatalogEntry.Archived.class::isInstance);
        assertThat(tenant.calls()).hasSize(1);
        LoggedRequest call = tenant.calls().getFirst();
        assertThat(call.getMethod()).isEqualTo(RequestMethod.GET);
        assertThat(call.getUrl())
                .isEqualTo("/base/api/meta/entity/bulk?guid=" + T0 + "&guid=" + T1
                        + "&ignoreRelationships=false&minExtInfo=true");
        assertThat(call.getHeader("Authorization")).isEqualTo("Bearer " + PlayedTenant.KEY);
        assertThat(call.getHeader("X-Atlan-Request-Id")).matches(Guid.FORM);
        assertThat(call.getHeader("Accept")).isEqualTo("application/json");
        assertThat(call.getBody()).isEmpty();
    }

    @Test
    void keepsWhatTheStoreHolds() {
        tenant.server().stubFor(any(anyUrl()).willReturn(recorded("read-bulk")));

        StoredAsset asset =
                archived(tenant.catalog().find(List.of(T0, T1), true).get(T0));

        assertThat(asset.identity().typeName().value()).isEqualTo("Table");
        assertThat(asset.identity().qualifiedName().value()).isEqualTo("default/snowflake/1700000004/DB/S/T0");
        assertThat(asset.name()).isEqualTo("T0");
        assertThat(asset.updatedAt()).isEqualTo(Instant.ofEpochMilli(1795294186068L));
        assertThat(asset.updatedBy()).isEqualTo("admin");
        assertThat(asset.tagged()).isFalse();
        assertThat(asset.attributes())
                .containsEntry("popularityScore", new BigDecimal("1.17549435e-38"))
                .containsEntry("isEditable", true)
                .containsEntry("rowCount", null)
                .containsEntry("columns", List.of());
        assertThat(asset.record())
                .containsEntry("createTime", 1795294185689L)
                .containsEntry("createdBy", "admin")
                .containsEntry("version", 0)
                .containsEntry("labels", List.of())
                .doesNotContainKeys("attributes", "guid", "typeName", "status", "relationshipAttributes");
        assertThat(asset.relationshipsRead()).isTrue();
        assertThat(asset.relationships()).hasSize(1);
        Relationship schema = asset.relationships().getFirst();
        assertThat(schema.attribute()).isEqualTo("atlanSchema");
        assertThat(schema.name()).isEqualTo("S");
        assertThat(schema.otherArchived()).isFalse();
        assertThat(schema.edgeArchived()).isTrue();
    }

    static StoredAsset archived(CatalogEntry entry) {
        return ((CatalogEntry.Archived) entry).asset();
    }
}
