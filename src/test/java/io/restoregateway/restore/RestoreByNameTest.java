package io.restoregateway.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.restore.Refusal.Reason;
import org.junit.jupiter.api.Test;

class RestoreByNameTest extends RuleTestCase {

    private RestoreOutcome byName(String type, String qualifiedName) {
        return rule().restoreByName(new TypeName(type), new QualifiedName(qualifiedName), RestoreOptions.DEFAULT);
    }

    @Test
    void restoresTheOneArchivedAssetWithFourCalls() {
        tenant.archived(Assets.table("ORDERS"));

        assertThat(byName("Table", Assets.SCHEMA + "/ORDERS")).isInstanceOf(RestoreOutcome.Restored.class);
        assertThat(tenant.calls()).containsExactly("search", "read", "write", "read", "close");
    }

    @Test
    void findsNoAssetOfAnotherTypeOrName() {
        tenant.archived(Assets.table("ORDERS"));

        assertThat(reason(byName("View", Assets.SCHEMA + "/ORDERS"))).isEqualTo(Reason.ASSET_NOT_FOUND);
        assertThat(reason(byName("Table", Assets.SCHEMA + "/orders"))).isEqualTo(Reason.ASSET_NOT_FOUND);
        assertThat(tenant.writes()).isEmpty();
    }

    @Test
    void asksTheStoreWhenTheSearchKnowsNothing() {
        tenant.hideFromSearch(tenant.archived(Assets.table("ORDERS")).guid());

        assertThat(byName("Table", Assets.SCHEMA + "/ORDERS")).isInstanceOf(RestoreOutcome.Restored.class);
        assertThat(tenant.calls()).startsWith("search", "readByName", "read");
    }

    @Test
    void refusesTwoArchivedAssets() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));
        tenant.archived(Assets.withGuid(table, Assets.guid("namesake")));

        RestoreOutcome outcome = byName("Table", Assets.SCHEMA + "/ORDERS");

        assertThat(reason(outcome)).isEqualTo(Reason.AMBIGUOUS_NAME);
        assertThat(((RestoreOutcome.Refused) outcome).refusal().others())
                .extracting(OtherAsset::guid)
                .containsExactlyInAnyOrder(table.guid(), Assets.guid("namesake"));
        assertThat(tenant.writes()).isEmpty();
    }

    @Test
    void refusesAnArchivedAssetBesideAnActiveOne() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));
        tenant.active(Assets.withGuid(table, Assets.guid("twin")));

        assertThat(reason(byName("Table", Assets.SCHEMA + "/ORDERS"))).isEqualTo(Reason.AMBIGUOUS_NAME);
    }

    @Test
    void answersAlreadyActiveWhenTheOnlyAssetIsActive() {
        tenant.active(Assets.table("ORDERS"));

        assertThat(byName("Table", Assets.SCHEMA + "/ORDERS")).isInstanceOf(RestoreOutcome.AlreadyActive.class);
        assertThat(tenant.writes()).isEmpty();
    }
}
