package io.restoregateway.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.restore.RestoreAnswer.Committed;
import io.restoregateway.restore.RestoreAnswer.Header;
import io.restoregateway.restore.RestoreOutcome.UnexpectedChange;
import io.restoregateway.restore.Warning.Code;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfirmationTest extends RuleTestCase {

    @Test
    void restoresWithFourCalls() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));

        RestoreOutcome outcome = restore(table);

        assertThat(outcome).isInstanceOf(RestoreOutcome.Restored.class);
        assertThat(tenant.calls()).containsExactly("read", "search", "write", "read", "close");
        assertThat(tenant.reserved()).isEqualTo(4);
    }

    @Test
    void sendsStoredValuesAndNothingElse() {
        StoredAsset term = tenant.archived(Assets.with(Assets.term("Revenue", "finance", false), "description", "d"));

        restore(term);

        assertThat(tenant.writes().getFirst().getFirst().values())
                .containsOnly(
                        Map.entry("qualifiedName", "Revenue@finance"),
                        Map.entry("name", "Revenue"),
                        Map.entry(
                                "anchor",
                                new AssetReference(
                                        new TypeName("AtlasGlossary"),
                                        Assets.glossary("finance").guid())));
    }

    @Test
    void addsAdministratorsToThoseStored() {
        StoredAsset connection = tenant.archived(Assets.connection("default/x", "jsmith", "old"));

        RestoreOutcome outcome = restore(claimingAdmins(connection, "new", "jsmith"));

        assertThat(warnings(outcome)).contains(Code.ADMINS_NOT_VALIDATED);
        assertThat(tenant.writes().getFirst().getFirst().values())
                .containsEntry("adminUsers", List.of("jsmith", "old", "new"))
                .doesNotContainKeys("adminGroups", "adminRoles");
    }

    @Test
    void addsAdministratorsToAListThatNamesSomebodyTwice() {
        StoredAsset connection = tenant.archived(Assets.connection("default/x", "jsmith", "jsmith"));

        restore(claimingAdmins(connection, "new"));

        assertThat(tenant.writes().getFirst().getFirst().values())
                .containsEntry("adminUsers", List.of("jsmith", "new"));
    }

    @Test
    void makesNoAdministratorOfANull() {
        StoredAsset connection = tenant.archived(
                Assets.with(Assets.connection("default/x"), "adminUsers", Arrays.asList("jsmith", null)));

        restore(claimingAdmins(connection, "new"));

        assertThat(tenant.writes().getFirst().getFirst().values())
                .containsEntry("adminUsers", List.of("jsmith", "new"));
    }

    @Test
    void leavesAdministratorsOutWhenNobodyIsAdded() {
        StoredAsset connection = tenant.archived(Assets.connection("default/x", "jsmith"));

        restore(claimingAdmins(connection, "jsmith"));

        assertThat(tenant.writes().getFirst().getFirst().values()).containsOnlyKeys("qualifiedName", "name");
    }

    @Test
    void tellsThatAdministratorsOfAnActiveConnectionDoNotChange() {
        StoredAsset connection = tenant.active(Assets.connection("default/x", "jsmith"));

        assertThat(warnings(restore(claimingAdmins(connection, "new")))).containsExactly(Code.ADMINS_NOT_CHANGED);
        assertThat(warnings(restore(claimingAdmins(connection, "jsmith")))).isEmpty();
    }

    @Test
    void waitsForAReplicaThatLags() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));
        tenant.answer(sent -> {
            Committed committed = tenant.commit(sent);
            StoredAsset restored = ((CatalogEntry.Active)
                            tenant.find(List.of(table.guid()), false).get(table.guid()))
                    .asset();
            tenant.archived(table);
            tenant.beforeRead(3, () -> tenant.active(restored));
            return committed;
        });

        assertThat(restore(table)).isInstanceOf(RestoreOutcome.Restored.class);
    }

    @Test
    void confirmsNothingThatStillReadsArchivedAfterTenSeconds() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));
        tenant.answer(
                sent -> new Committed(List.of(TenantDouble.header(table, 2)), List.of(), List.of(), Map.of(), null));

        assertThat(restore(table)).isInstanceOf(RestoreOutcome.Unconfirmed.class);
        assertThat(clock.pauses().stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    @Test
    void answersAlreadyActiveWhenSomebodyElseWasQuicker() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));
        tenant.answer(sent -> {
            tenant.active(table);
            return tenant.commit(sent);
        });

        assertThat(restore(table)).isInstanceOf(RestoreOutcome.AlreadyActive.class);
    }

    @Test
    void answersAlreadyActiveWhenItIsListedOnlyBesideAnotherAsset() {
        StoredAsset quicker = tenant.archived(Assets.term("Revenue", "finance", false));
        StoredAsset restored = tenant.archived(Assets.term("Costs", "finance", false));
        tenant.answer(sent -> {
            StoredAsset active = tenant.active(Assets.updatedAt(quicker, clock.instant()));
            List<Header> updated = new ArrayList<>(tenant.commit(sent).updated());
            updated.add(TenantDouble.header(active, 2));
            return new Committed(updated, List.of(), List.of(), Map.of(), null);
        });

        assertThat(restoreAll(quicker, restored))
                .hasExactlyElementsOfTypes(RestoreOutcome.AlreadyActive.class, RestoreOutcome.Restored.class);
        assertThat(alarms).isEmpty();
    }

    @Test
    void warnsWhenOnlyTheUpdateTimeDiffers() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));
        tenant.answer(sent -> {
            tenant.archived(Assets.updatedAt(table, clock.instant().minusMillis(5)));
            return tenant.commit(sent);
        });

        assertThat(warnings(restore(table))).contains(Code.CHANGED_MEANWHILE);
    }

    @Test
    void raisesTheAlarmWhenTheAssetWasRenamedMeanwhile() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));
        tenant.answer(sent -> {
            tenant.archived(Assets.updatedAt(Assets.named(table, "RENAMED"), clock.instant()));
            return tenant.commit(sent);
        });

        assertAlarm(restore(table), table);
    }

    @Test
    void raisesTheAlarmWhenTheAssetWasRestoredAndRenamedMeanwhile() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));
        tenant.answer(sent -> {
            tenant.active(Assets.updatedAt(Assets.named(table, "RENAMED"), clock.instant()));
            return tenant.commit(sent);
        });

        assertAlarm(restore(table), table);
    }

    @Test
    void raisesTheAlarmWhenAStrangerWasHit() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));
        StoredAsset stranger = Assets.table("STRANGER");
        tenant.answer(sent -> new Committed(
                List.of(TenantDouble.header(stranger, 2)),
                List.of(),
                List.of(),
                Map.of(table.guid(), stranger.guid()),
                null));

        UnexpectedChange change = assertAlarm(restore(table), table);
        assertThat(change.strangers()).extracting(Header::guid).containsExactly(stranger.guid());
    }

    @Test
    void raisesTheAlarmForTheEntryThatWasCreatedAnew() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));
        StoredAsset other = tenant.archived(Assets.table("OTHER"));
        StoredAsset created = Assets.withGuid(table, Assets.guid("created"));
        tenant.answer(sent -> {
            tenant.gone(table.guid());
            return new Committed(
                    tenant.commit(sent).updated(),
                    List.of(TenantDouble.header(created, 40)),
                    List.of(),
                    Map.of(),
                    null);
        });

        List<RestoreOutcome> outcomes = restoreAll(table, other);

        assertAlarm(outcomes.getFirst(), table);
        assertThat(outcomes.get(1)).isInstanceOf(RestoreOutcome.Restored.class);
    }

    @Test
    void raisesTheAlarmForAllWhenACreationCannotBeExplained() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));
        StoredAsset other = tenant.archived(Assets.table("OTHER"));
        tenant.answer(sent -> new Committed(
                tenant.commit(sent).updated(),
                List.of(TenantDouble.header(Assets.any("Database", "elsewhere", "x"), 40)),
                List.of(),
                Map.of(),
                null));

        assertThat(restoreAll(table, other)).allMatch(UnexpectedChange.class::isInstance);
    }

    @Test
    void raisesTheAlarmWhenATermChangedMeanwhileAndItsGlossaryWasSent() {
        StoredAsset term = tenant.archived(Assets.term("Revenue", "finance", false));
        tenant.answer(sent -> {
            tenant.archived(Assets.updatedAt(term, clock.instant().minusMillis(5)));
            return tenant.commit(sent);
        });

        assertAlarm(restore(term), term);
    }

    @Test
    void raisesTheAlarmWhenAnAdministratorIsMissingAfterwards() {
        StoredAsset connection = tenant.archived(Assets.connection("default/x", "jsmith"));
        tenant.answer(sent -> {
            Committed committed = tenant.commit(sent);
            tenant.active(Assets.connection("default/x", "new"));
            return committed;
        });

        assertAlarm(restore(claimingAdmins(connection, "new")), connection);
    }

    @Test
    void listsWhatCameBackWithAGlossary() {
        StoredAsset term = Assets.term("Revenue", "finance", true);
        StoredAsset late = Assets.term("Costs", "finance", true);
        StoredAsset glossary = tenant.archived(Assets.glossary("finance", term, late));
        tenant.answer(sent -> {
            Committed committed = tenant.commit(sent);
            tenant.active(Assets.linked(
                    Assets.linked(Assets.glossary("finance"), "terms", term, false), "terms", late, true));
            return committed;
        });

        RestoreOutcome outcome =
                restoreAll(new RestoreOptions(false, true, false), glossary).getFirst();

        assertThat(((RestoreOutcome.Restored) outcome).alsoRestored())
                .extracting(OtherAsset::guid)
                .containsExactly(term.guid());
    }

    private UnexpectedChange assertAlarm(RestoreOutcome outcome, StoredAsset before) {
        assertThat(outcome).isInstanceOf(UnexpectedChange.class);
        UnexpectedChange change = (UnexpectedChange) outcome;
        assertThat(change.before()).isEqualTo(before);
        assertThat(alarms).containsExactly(change);
        return change;
    }
}
