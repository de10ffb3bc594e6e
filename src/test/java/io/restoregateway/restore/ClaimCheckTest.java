package io.restoregateway.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.restore.Refusal.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimCheckTest extends RuleTestCase {

    private static AssetClaim claimedAs(StoredAsset asset, String type, String qualifiedName) {
        return AssetClaim.of(new AssetIdentity(new TypeName(type), new QualifiedName(qualifiedName), asset.guid()));
    }

    @Test
    void tellsAllThatDiffersAtOnce() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));
        AssetClaim claim = new AssetClaim(
                new AssetIdentity(new TypeName("View"), new QualifiedName("elsewhere"), table.guid()),
                Map.of("name", "orders"),
                AdministratorsClaim.NONE);

        RestoreOutcome outcome = restore(claim);

        assertRefused(outcome, Reason.TYPE_MISMATCH);
        assertThat(((RestoreOutcome.Refused) outcome).refusal().mismatches())
                .extracting(Refusal.Mismatch::field)
                .containsExactly("typeName", "qualifiedName", "name");
    }

    @Test
    void refusesAssetWhoseQualifiedNameDiffers() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));

        RestoreOutcome outcome = restore(claimedAs(table, "Table", Assets.SCHEMA + "/orders"));

        assertRefused(outcome, Reason.QUALIFIED_NAME_MISMATCH);
        assertThat(((RestoreOutcome.Refused) outcome).refusal().mismatches())
                .containsExactly(
                        new Refusal.Mismatch("qualifiedName", Assets.SCHEMA + "/orders", Assets.SCHEMA + "/ORDERS"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "/", "\u00a0", "\u0301", "\u0001"})
    void refusesAssetWhoseQualifiedNameDiffersByOneInvisibleCharacter(String suffix) {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));

        assertRefused(
                restore(claimedAs(table, "Table", Assets.SCHEMA + "/ORDERS" + suffix)), Reason.QUALIFIED_NAME_MISMATCH);
    }

    @Test
    void refusesAssetWhoseTypeDiffers() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));

        assertRefused(restore(claimedAs(table, "View", Assets.SCHEMA + "/ORDERS")), Reason.TYPE_MISMATCH);
    }

    @Test
    void refusesActiveAssetOfWhichSomethingElseIsClaimed() {
        StoredAsset table = tenant.active(Assets.table("ORDERS"));

        assertRefused(restore(claimedAs(table, "View", Assets.SCHEMA + "/ORDERS")), Reason.TYPE_MISMATCH);
    }

    @Test
    void refusesAssetWhoseNameIsNotAsClaimed() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));

        assertRefused(restore(claim(table, "name", "orders")), Reason.ATTRIBUTE_MISMATCH);
        assertThat(restore(claim(table, "name", "ORDERS"))).isInstanceOf(RestoreOutcome.Restored.class);
    }

    @Test
    void refusesTermOfAnotherGlossaryThanClaimed() {
        StoredAsset term = tenant.archived(Assets.term("Revenue", "finance", false));
        Guid finance = Assets.glossary("finance").guid();
        Guid other = Assets.glossary("sales").guid();

        assertRefused(
                restore(claim(term, "anchor", Map.of("typeName", "AtlasGlossary", "guid", other.value()))),
                Reason.ATTRIBUTE_MISMATCH);
        assertThat(restore(claim(term, "anchor", Map.of("typeName", "AtlasGlossary", "guid", finance.value()))))
                .isInstanceOf(RestoreOutcome.Restored.class);
    }

    @Test
    void acceptsGlossaryClaimedByItsUniqueAttribute() {
        StoredAsset term = tenant.archived(Assets.term("Revenue", "finance", false));
        Map<String, Object> byName =
                Map.of("typeName", "AtlasGlossary", "uniqueAttributes", Map.of("qualifiedName", "finance"));
        Map<String, Object> byOther =
                Map.of("typeName", "AtlasGlossary", "uniqueAttributes", Map.of("qualifiedName", "sales"));

        assertRefused(restore(claim(term, "anchor", byOther)), Reason.ATTRIBUTE_MISMATCH);
        assertThat(restore(claim(term, "anchor", byName))).isInstanceOf(RestoreOutcome.Restored.class);
    }

    @Test
    void comparesNumbersByValueAndNothingWithNothing() {
        StoredAsset connection =
                Assets.with(Assets.with(Assets.connection("default/x", "jsmith"), "rowLimit", 100), "host", null);
        tenant.archived(connection);
        Map<String, Object> expected = new HashMap<>();
        expected.put("rowLimit", 100.0);
        expected.put("host", "");
        expected.put("port", 0);
        expected.put("allowQuery", false);
        expected.put("subCategory", null);
        expected.put("neverHeardOf", List.of());

        RestoreOutcome outcome = restore(new AssetClaim(connection.identity(), expected, AdministratorsClaim.NONE));

        assertThat(outcome).isInstanceOf(RestoreOutcome.Restored.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rowLimit", "host", "neverHeardOf"})
    void refusesAttributeThatIsStoredOtherwise(String attribute) {
        StoredAsset connection =
                tenant.archived(Assets.with(Assets.connection("default/x", "jsmith"), "rowLimit", 100));

        assertRefused(restore(claim(connection, attribute, "something")), Reason.ATTRIBUTE_MISMATCH);
    }
}
