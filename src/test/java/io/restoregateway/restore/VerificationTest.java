package io.restoregateway.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restoregateway.restore.Refusal.Reason;
import io.restoregateway.restore.Warning.Code;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationTest extends RuleTestCase {

    @Test
    void findsNothingUnderAnUnknownGuid() {
        RestoreOutcome outcome = restore(Assets.table("ORDERS"));

        assertThat(outcome).isInstanceOf(RestoreOutcome.NotFound.class);
        assertRefused(outcome, Reason.ASSET_NOT_FOUND);
    }

    @Test
    void refusesAssetThatAtlanWithholds() {
        StoredAsset table = Assets.table("ORDERS");
        tenant.withheld(table.guid());

        assertRefused(restore(table), Reason.FORBIDDEN_BY_ATLAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Persona", "Purpose", "Stakeholder", "AuthPolicy", "DataContract", "__AtlasUserProfile"})
    void refusesTypesThatAtlanCannotRestore(String type) {
        assertRefused(restore(tenant.archived(Assets.any(type, "any", "any"))), Reason.NOT_RESTORABLE);
    }

    @Test
    void refusesAssetsThatLackWhatTheirTypeMakesMandatory() {
        assertRefused(restore(tenant.archived(Assets.any("Link", "l", "l"))), Reason.NOT_RESTORABLE);
        assertRefused(restore(tenant.archived(Assets.any("Query", "q", "q"))), Reason.NOT_RESTORABLE);
        assertRefused(restore(tenant.archived(Assets.any("Procedure", "p", "p"))), Reason.NOT_RESTORABLE);
        assertRefused(restore(tenant.archived(Assets.any("AtlasGlossaryTerm", "t@g", "t"))), Reason.NOT_RESTORABLE);
        assertRefused(restore(tenant.archived(Assets.named(Assets.table("T"), null))), Reason.NOT_RESTORABLE);
    }

    @Test
    void refusesDataProductWhoseDomainWasPurged() {
        StoredAsset product = Assets.with(
                Assets.any("DataProduct", "default/domain/d/product/p", "p"),
                "parentDomainQualifiedName",
                "default/domain/d");

        assertRefused(restore(tenant.archived(product)), Reason.NOT_RESTORABLE);

        tenant.active(Assets.any("DataDomain", "default/domain/d", "d"));
        assertThat(restore(product)).isInstanceOf(RestoreOutcome.Restored.class);
    }

    @Test
    void refusesAssetWithLiveTwin() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));
        StoredAsset twin = tenant.active(Assets.withGuid(table, Assets.guid("twin")));

        RestoreOutcome outcome = restore(table);

        assertRefused(outcome, Reason.LIVE_TWIN);
        assertThat(((RestoreOutcome.Refused) outcome).refusal().others())
                .extracting(OtherAsset::guid)
                .containsExactly(twin.guid());
    }

    @Test
    void restoresOneOfTwoArchivedNamesakesWhenItsGuidIsGiven() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));
        tenant.archived(Assets.withGuid(table, Assets.guid("namesake")));

        assertThat(restore(table)).isInstanceOf(RestoreOutcome.Restored.class);
    }

    @Test
    void refusesBothArchivedNamesakesInOneRequest() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));
        StoredAsset namesake = tenant.archived(Assets.withGuid(table, Assets.guid("namesake")));

        assertThat(restoreAll(table, namesake))
                .extracting(RuleTestCase::reason)
                .containsExactly(Reason.AMBIGUOUS_NAME, Reason.AMBIGUOUS_NAME);
        assertThat(tenant.writes()).isEmpty();
    }

    @Test
    void warnsOfAnActiveAssetOfAnotherTypeWithThatName() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));
        tenant.active(Assets.any("View", Assets.SCHEMA + "/ORDERS", "ORDERS"));

        assertThat(warnings(restore(table))).contains(Code.SAME_NAME_OTHER_TYPE);
    }

    @Test
    void refusesConnectionThatNobodyCouldAdminister() {
        StoredAsset connection = tenant.archived(Assets.connection("default/x"));

        assertRefused(restore(connection), Reason.CONNECTION_WITHOUT_ADMIN);
        assertThat(restore(claimingAdmins(connection, "jsmith"))).isInstanceOf(RestoreOutcome.Restored.class);
    }

    @Test
    void refusesGlossaryThatBringsArchivedTermsUnlessAllowed() {
        StoredAsset term = tenant.archived(Assets.term("Revenue", "finance", true));
        StoredAsset glossary = tenant.archived(Assets.glossary("finance", term));

        RestoreOutcome outcome = restore(glossary);

        assertRefused(outcome, Reason.BRINGS_OTHERS);
        assertThat(((RestoreOutcome.Refused) outcome).refusal().others())
                .extracting(OtherAsset::guid)
                .containsExactly(term.guid());
        assertThat(restoreAll(new RestoreOptions(false, true, false), glossary).getFirst())
                .isInstanceOf(RestoreOutcome.Restored.class);
    }

    @Test
    void restoresGlossaryWhoseTermsAreAllNamedToo() {
        StoredAsset term = tenant.archived(Assets.term("Revenue", "finance", true));
        StoredAsset glossary = tenant.archived(Assets.glossary("finance", term));

        assertThat(restoreAll(term, glossary)).allMatch(RestoreOutcome.Restored.class::isInstance);
    }

    @Test
    void refusesGlossaryWhoseTermIsRefusedInTheSameRequest() {
        StoredAsset term = tenant.archived(Assets.term("Revenue", "finance", true));
        tenant.active(Assets.withGuid(term, Assets.guid("twin")));
        StoredAsset glossary = tenant.archived(Assets.glossary("finance", term));

        assertThat(restoreAll(new RestoreOptions(false, true, false), term, glossary))
                .extracting(RuleTestCase::reason)
                .containsExactly(Reason.LIVE_TWIN, Reason.BRINGS_OTHERS);
        assertThat(tenant.writes()).isEmpty();
    }

    @Test
    void refusesGlossaryTooLargeToTellWhatItBrings() {
        StoredAsset glossary = tenant.archived(Assets.withoutRelationshipsRead(Assets.glossary("finance")));

        assertRefused(restore(glossary), Reason.BRINGS_OTHERS);
    }

    @Test
    void warnsOfArchivedParentUnlessItComesBackToo() {
        StoredAsset schema = tenant.archived(Assets.any("Schema", Assets.SCHEMA, "SCHEMA"));
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));

        List<RestoreOutcome> together = restoreAll(new RestoreOptions(true, false, false), table, schema);
        RestoreOutcome alone = restore(table);

        assertThat(warnings(together.getFirst())).doesNotContain(Code.PARENT_ARCHIVED);
        assertThat(warnings(alone)).contains(Code.PARENT_ARCHIVED);
    }

    @Test
    void doesNotWarnOfArchivedParentThatWasReplacedByAnActiveOne() {
        StoredAsset schema = tenant.archived(Assets.any("Schema", Assets.SCHEMA, "SCHEMA"));
        tenant.active(Assets.withGuid(schema, Assets.guid("new schema")));

        assertThat(warnings(restore(tenant.archived(Assets.table("ORDERS"))))).doesNotContain(Code.PARENT_ARCHIVED);
    }

    @Test
    void refusesArchivedParentWhereSetSo() {
        settings = new RestoreSettings(true, Duration.ofSeconds(30), Duration.ofSeconds(10), 2);
        StoredAsset schema = tenant.archived(Assets.any("Schema", Assets.SCHEMA, "SCHEMA"));
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));

        assertRefused(restore(table), Reason.PARENT_ARCHIVED);
        assertThat(restoreAll(table, schema)).allMatch(RestoreOutcome.Restored.class::isInstance);
    }

    @Test
    void sendsNothingWhenTheSearchIsAway() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));
        tenant.searchIsAway();

        assertThatThrownBy(() -> restore(table)).isInstanceOf(CatalogException.class);
        assertThat(tenant.writes()).isEmpty();
    }

    @Test
    void sendsNothingForAnActiveAsset() {
        StoredAsset table = tenant.active(Assets.table("ORDERS"));

        assertThat(restore(table)).isInstanceOf(RestoreOutcome.AlreadyActive.class);
        assertThat(tenant.calls()).containsExactly("read", "close");
    }

    @Test
    void looksTwiceAtAnAssetThatBecameActiveJustNow() {
        StoredAsset table =
                Assets.updatedAt(Assets.table("ORDERS"), clock.instant().minusSeconds(29));
        tenant.active(table);
        tenant.beforeRead(2, () -> tenant.archived(table));

        assertThat(restore(table)).isInstanceOf(RestoreOutcome.Restored.class);
        assertThat(clock.pauses()).first().isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void looksOnceAtAnAssetThatHasBeenActiveForHalfAMinute() {
        StoredAsset table =
                Assets.updatedAt(Assets.table("ORDERS"), clock.instant().minusSeconds(30));

        assertThat(restore(tenant.active(table))).isInstanceOf(RestoreOutcome.AlreadyActive.class);
        assertThat(clock.pauses()).isEmpty();
    }

    @Test
    void validatesWithoutWriting() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));

        RestoreOutcome outcome =
                restoreAll(new RestoreOptions(true, false, false), table).getFirst();

        assertThat(outcome).isInstanceOf(RestoreOutcome.WouldRestore.class);
        assertThat(tenant.calls()).containsExactly("read", "search", "close");
        assertThat(tenant.reserved()).isEqualTo(2);
    }

    @Test
    void asksForNoMoreThanThirtyTwoNamesAboveAnAsset() {
        StoredAsset deep = tenant.archived(Assets.any("Table", "a" + "/a".repeat(4_000), "a"));

        assertThat(warnings(restore(deep))).contains(Code.PARENT_NOT_CHECKED);
    }

    @Test
    void inspectsWithoutWriting() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));

        Inspection inspection = rule().inspect(table.guid());

        assertThat(inspection.asset()).isEqualTo(table);
        assertThat(inspection.verification()).isInstanceOf(Verification.Verified.class);
        assertThat(rule().inspect(Assets.guid("nobody")).asset()).isNull();
    }
}
