package io.restoregateway.atlan;

import static io.restoregateway.atlan.Wire.entities;
import static io.restoregateway.atlan.Wire.recorded;
import static io.restoregateway.atlan.Wire.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.restoregateway.restore.CatalogEntry;
import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.CatalogException.Trouble;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.Relationship;
import io.restoregateway.restore.StoredAsset;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreReadTest {

    private static final Guid T0 = new Guid("a33f3c53-20ce-459a-84a2-8c11d694ab1b");

    private static final Guid T1 = new Guid("2ebc75b9-8537-4945-a160-2b2bfc08111a");

    @RegisterExtension
    final PlayedTenant tenant = new PlayedTenant();

    @Test
    void readsManyByOneCall() {
        tenant.answers(recorded("read-bulk"));

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
        tenant.answers(recorded("read-bulk"));

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
    }

    @Test
    void keepsEdgesWithTheStateOfBothEnds() {
        tenant.answers(entities(Wire.file("term-with-edges.json").replace("GUID", T0.value())));

        StoredAsset asset = archived(tenant.catalog().find(List.of(T0), true).get(T0));

        assertThat(asset.relationships())
                .extracting(
                        Relationship::attribute,
                        edge -> edge.other().typeName().value(),
                        Relationship::name,
                        Relationship::qualifiedName,
                        Relationship::otherArchived,
                        Relationship::edgeArchived)
                .containsExactly(
                        tuple("anchor", "AtlasGlossary", "Finance", "xeFg0fvYy6huZNHs0xCux", true, true),
                        tuple("seeAlso", "AtlasGlossaryTerm", "Other", null, false, false),
                        tuple("seeAlso", "AtlasGlossaryTerm", null, null, false, true));
        assertThat(asset.tagged()).isTrue();
    }

    @Test
    void keepsNumbersExactAndTextsUnharmed() {
        tenant.answers(entities(table(T0).replace("\"name\": \"T\"", Wire.file("odd-attributes.json"))));

        Map<String, Object> attributes =
                archived(tenant.catalog().find(List.of(T0), true).get(T0)).attributes();

        assertThat(attributes)
                .containsEntry("long", 9_007_199_254_740_993L)
                .containsEntry("huge", new BigInteger("123456789012345678901234567890"))
                .containsEntry("decimal", new BigDecimal("0.1000000000000000055511151231257827"))
                .containsEntry("name", " a/b+c&d%e#f?g;h\t\u0001😀Ж\u200b ")
                .containsEntry("nothing", null);
        assertThat(attributes.get("map")).isEqualTo(Map.of("in", List.of(1, true, "x")));
    }

    @Test
    void leavesEdgesOutWhenNotAskedForThem() {
        tenant.answers(recorded("read-bulk"));

        StoredAsset asset =
                archived(tenant.catalog().find(List.of(T0, T1), false).get(T0));

        assertThat(tenant.targets().getFirst()).endsWith("&ignoreRelationships=true&minExtInfo=true");
        assertThat(asset.relationships()).isEmpty();
        assertThat(asset.relationshipsRead()).isFalse();
    }

    @Test
    void asksForAHundredAtATimeAndForEachOnce() {
        List<Guid> guids = IntStream.range(0, 250).mapToObj(Wire::guid).toList();
        tenant.answers(
                entities(Wire.tables(guids.subList(0, 100))),
                entities(Wire.tables(guids.subList(100, 200))),
                entities(Wire.tables(guids.subList(200, 250))));
        List<Guid> twice = new ArrayList<>(guids);
        twice.addAll(guids);

        assertThat(tenant.catalog().find(twice, true).keySet()).containsExactlyElementsOf(guids);

        assertThat(tenant.targets())
                .hasSize(3)
                .extracting(target -> target.split("guid=", -1).length - 1)
                .containsExactly(100, 100, 50);
    }

    @Test
    void asksNothingForNoGuids() {
        assertThat(tenant.catalog().find(List.of(), true)).isEmpty();

        assertThat(tenant.calls()).isEmpty();
    }

    @Test
    void tellsActiveFromPurged() {
        tenant.answers(
                entities(table(T0).replace("DELETED", "ACTIVE"), table(T1).replace("DELETED", "PURGED")));

        Map<Guid, CatalogEntry> found = tenant.catalog().find(List.of(T0, T1), true);

        assertThat(found.get(T0)).isInstanceOf(CatalogEntry.Active.class);
        assertThat(found.get(T1)).isInstanceOf(CatalogEntry.Absent.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"status\": \"DELETED\"=\"status\": \"BROKEN\"",
                "\"status\": \"DELETED\"=\"status\": null",
                "\"typeName\": \"Table\"=\"typeName\": \"Ta ble\"",
                "\"typeName\": \"Table\"=\"other\": \"Table\"",
                "\"qualifiedName\":=\"qualifiedNam\":",
                "\"updateTime\": 1795294186068=\"updateTime\": \"now\"",
            })
    void withholdsOnlyTheAssetThatCannotBeUsed(String change) {
        String[] sides = change.split("=", -1);
        String unusable = table(T1).replace(sides[0], sides[1]);
        assertThat(unusable).isNotEqualTo(table(T1));
        tenant.answers(entities(table(T0), unusable));

        Map<Guid, CatalogEntry> found = tenant.catalog().find(List.of(T0, T1), true);

        assertThat(found.get(T0)).isInstanceOf(CatalogEntry.Archived.class);
        assertThat(found.get(T1)).isInstanceOf(CatalogEntry.Withheld.class);
    }

    @Test
    void refusesAnswerThatLacksAnAsset() {
        tenant.answers(entities(table(T0)));

        assertNonsense("Atlan left out assets that were asked for", T0, T1);
    }

    @Test
    void refusesAnswerWithAnotherAsset() {
        tenant.answers(entities(table(T0), table(Wire.guid(7))));

        assertNonsense("Atlan answered an asset that was not asked for", T0, T1);
    }

    @Test
    void refusesAnswerWithAnAssetTwice() {
        tenant.answers(entities(table(T0), table(T0)));

        assertNonsense("Atlan answered an asset that was not asked for", T0, T1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "null", "\"text\"", "{\"entities\":null}", "{\"entities\":[null]}"})
    void refusesAnswerOfAnotherShape(String body) {
        tenant.answers(Wire.answer(200, body));

        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(() -> tenant.catalog().find(List.of(T0, T1), true))
                .matches(exception -> exception.trouble() == Trouble.ERROR);
        assertThat(tenant.calls()).hasSize(1);
    }

    private void assertNonsense(String message, Guid... guids) {
        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(() -> tenant.catalog().find(Arrays.asList(guids), true))
                .withMessage(message)
                .matches(exception -> exception.trouble() == Trouble.ERROR);
        assertThat(tenant.calls()).hasSize(1);
    }

    private static StoredAsset archived(CatalogEntry entry) {
        return ((CatalogEntry.Archived) entry).asset();
    }
}
