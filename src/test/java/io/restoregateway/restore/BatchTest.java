package io.restoregateway.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.restore.RestoreAnswer.Committed;
import io.restoregateway.restore.RestoreAnswer.Rejected;
import io.restoregateway.restore.RestoreAnswer.Unanswered;
import io.restoregateway.restore.RestoreOutcome.Failed;
import io.restoregateway.restore.RestoreOutcome.NotAttempted;
import io.restoregateway.restore.RestoreOutcome.Restored;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchTest extends RuleTestCase {

    @Test
    void restoresAHundredWithFiveCalls() {
        assertThat(restoreAll(tables(100))).hasSize(100).allMatch(Restored.class::isInstance);

        assertThat(tenant.calls()).containsExactly("read", "search", "write", "write", "read", "close");
        assertThat(tenant.reserved()).isEqualTo(5);
    }

    @Test
    void answersInTheOrderOfTheRequest() {
        StoredAsset first = Assets.table("UNKNOWN");
        StoredAsset second = tenant.active(Assets.table("ACTIVE"));
        StoredAsset third = tenant.archived(Assets.table("ARCHIVED"));

        assertThat(restoreAll(first, second, third))
                .hasExactlyElementsOfTypes(
                        RestoreOutcome.NotFound.class, RestoreOutcome.AlreadyActive.class, Restored.class);
    }

    @Test
    void sendsParentsFirst() {
        StoredAsset column = tenant.archived(Assets.any("Column", Assets.SCHEMA + "/T/C", "C"));
        StoredAsset table = tenant.archived(Assets.table("T"));
        StoredAsset schema = tenant.archived(Assets.any("Schema", Assets.SCHEMA, "SCHEMA"));
        StoredAsset connection = tenant.archived(Assets.connection("default/snowflake/1700000000", "jsmith"));

        restoreAll(column, table, schema, connection);

        assertThat(tenant.writes().getFirst())
                .extracting(RestorableAsset::guid)
                .containsExactly(connection.guid(), schema.guid(), table.guid(), column.guid());
    }

    @Test
    void sendsConnectionsThatGetAdministratorsAlone() {
        StoredAsset table = tenant.archived(Assets.table("T"));
        StoredAsset connection = tenant.archived(Assets.connection("default/snowflake/1700000000", "jsmith"));

        rule().restore(List.of(claim(table), claimingAdmins(connection, "new")), RestoreOptions.DEFAULT);

        assertThat(tenant.writes()).hasSize(2);
        assertThat(tenant.writes().getFirst()).extracting(RestorableAsset::guid).containsExactly(connection.guid());
    }

    @Test
    void isolatesPoisonedEntriesThatAtlanBlames() {
        StoredAsset[] tables = tables(50);
        Set<Guid> poison = Set.of(tables[3].guid(), tables[20].guid(), tables[49].guid());
        refuse(poison, true);

        List<RestoreOutcome> outcomes = restoreAll(tables);

        assertThat(outcomes.stream().filter(Restored.class::isInstance)).hasSize(47);
        assertThat(List.of(outcomes.get(3), outcomes.get(20), outcomes.get(49))).allMatch(Failed.class::isInstance);
        assertThat(tenant.writes()).hasSize(4);
    }

    @Test
    void isolatesPoisonedEntriesThatAtlanDoesNotName() {
        StoredAsset[] tables = tables(50);
        refuse(Set.of(tables[3].guid(), tables[20].guid(), tables[49].guid()), false);

        List<RestoreOutcome> outcomes = restoreAll(tables);

        assertThat(outcomes.stream().filter(Restored.class::isInstance)).hasSize(47);
        assertThat(List.of(outcomes.get(3), outcomes.get(20), outcomes.get(49))).allMatch(Failed.class::isInstance);
    }

    @Test
    void stopsAtTheAlarm() {
        StoredAsset[] tables = tables(60);
        tenant.answer(sent -> new Committed(
                tenant.commit(sent).updated(),
                List.of(),
                List.of(),
                Map.of(tables[0].guid(), Assets.guid("stranger")),
                null));

        List<RestoreOutcome> outcomes = restoreAll(tables);

        assertThat(outcomes.getFirst()).isInstanceOf(RestoreOutcome.UnexpectedChange.class);
        assertThat(outcomes.subList(1, 50)).allMatch(Restored.class::isInstance);
        assertThat(outcomes.subList(50, 60))
                .allSatisfy(
                        outcome -> assertThat(((NotAttempted) outcome).cause()).isEqualTo(NotAttempted.Cause.ALARM));
    }

    @Test
    void failsAllWhenTheTokenIsRefused() {
        StoredAsset[] tables = tables(60);
        tenant.answer(sent -> new Rejected(failure(Failure.Kind.UPSTREAM_UNAUTHENTICATED), null));

        List<RestoreOutcome> outcomes = restoreAll(tables);

        assertThat(outcomes.subList(0, 50)).allMatch(Failed.class::isInstance);
        assertThat(outcomes.subList(50, 60)).allMatch(NotAttempted.class::isInstance);
        assertThat(tenant.writes()).hasSize(1);
    }

    @Test
    void sendsNothingWhenOneOfAllOrNothingIsRefused() {
        StoredAsset table = tenant.archived(Assets.table("T"));

        List<RestoreOutcome> outcomes =
                restoreAll(new RestoreOptions(false, false, true), table, Assets.table("UNKNOWN"));

        assertThat(((NotAttempted) outcomes.getFirst()).cause()).isEqualTo(NotAttempted.Cause.OTHER_REFUSED);
        assertThat(outcomes.get(1)).isInstanceOf(RestoreOutcome.NotFound.class);
        assertThat(tenant.writes()).isEmpty();
    }

    @Test
    void sendsNothingWhenOneOfAllOrNothingIsRefusedOnASecondLook() {
        StoredAsset table = tenant.archived(Assets.table("T"));
        StoredAsset purged = tenant.archived(Assets.table("PURGED"));
        tenant.searchTakes(Duration.ofSeconds(11));
        tenant.beforeRead(2, () -> {
            tenant.searchTakes(Duration.ZERO);
            tenant.gone(purged.guid());
        });

        List<RestoreOutcome> outcomes = restoreAll(new RestoreOptions(false, false, true), table, purged);

        assertThat(outcomes)
                .hasExactlyElementsOfTypes(RestoreOutcome.NotAttempted.class, RestoreOutcome.NotFound.class);
        assertThat(tenant.writes()).isEmpty();
    }

    @Test
    void sendsAllOrNothingAgainOnlyAsAWhole() {
        StoredAsset[] tables = tables(4);
        tenant.answer(sent -> new Unanswered("timed out", false, null));
        refuse(Set.of(tables[3].guid()), true);

        List<RestoreOutcome> outcomes = restoreAll(new RestoreOptions(false, false, true), tables);

        assertThat(outcomes).allMatch(RestoreOutcome.Unconfirmed.class::isInstance);
        assertThat(tenant.writes()).hasSize(2).allMatch(write -> write.size() == 4);
    }

    @Test
    void writesAllOrNothingOnlyOnce() {
        StoredAsset[] tables = tables(10);
        refuse(Set.of(tables[3].guid()), true);

        List<RestoreOutcome> outcomes = restoreAll(new RestoreOptions(false, false, true), tables);

        assertThat(outcomes.get(3)).isInstanceOf(Failed.class);
        assertThat(outcomes).filteredOn(NotAttempted.class::isInstance).hasSize(9);
        assertThat(tenant.writes()).hasSize(1);
    }

    @Test
    void addsNoAdministratorsWithinAllOrNothing() {
        StoredAsset table = tenant.archived(Assets.table("T"));
        StoredAsset connection = tenant.archived(Assets.connection("default/snowflake/1700000000", "jsmith"));

        List<RestoreOutcome> outcomes = rule().restore(
                        List.of(claim(table), claimingAdmins(connection, "new")),
                        new RestoreOptions(false, false, true));

        assertThat(outcomes.getFirst()).isInstanceOf(NotAttempted.class);
        assertThat(outcomes.get(1)).isInstanceOf(RestoreOutcome.Refused.class);
        assertThat(tenant.writes()).isEmpty();
    }

    @Test
    void restoresTermsThatTheirGlossaryBroughtBeforeTheyWereSent() {
        StoredAsset[] terms = IntStream.range(0, 60)
                .mapToObj(index -> tenant.archived(Assets.term("t" + index, "finance", true)))
                .toArray(StoredAsset[]::new);
        StoredAsset glossary = tenant.archived(Assets.glossary("finance", terms));
        tenant.answer(sent -> tenant.commit(all(glossary, terms)));

        List<RestoreOutcome> outcomes = restoreAll(
                java.util.stream.Stream.concat(java.util.stream.Stream.of(glossary), java.util.Arrays.stream(terms))
                        .toArray(StoredAsset[]::new));

        assertThat(outcomes).hasSize(61).allMatch(Restored.class::isInstance);
    }

    @Test
    void refusesOrphansOfAParentThatCouldNotBeRestored() {
        settings = new RestoreSettings(true, settings.settleTimeout(), settings.confirmTimeout(), 2);
        StoredAsset schema = tenant.archived(Assets.any("Schema", Assets.SCHEMA, "SCHEMA"));
        StoredAsset table = tenant.archived(Assets.table("T"));
        refuse(Set.of(schema.guid()), true);

        List<RestoreOutcome> outcomes = restoreAll(table, schema);

        assertThat(reason(outcomes.getFirst())).isEqualTo(Refusal.Reason.PARENT_ARCHIVED);
        assertThat(outcomes.get(1)).isInstanceOf(Failed.class);
    }

    private static List<RestorableAsset> all(StoredAsset glossary, StoredAsset[] terms) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(glossary), java.util.Arrays.stream(terms))
                .map(asset -> new RestorableAsset(
                        asset, RestorableValues.of(asset, Administrators.NOBODY), java.time.Instant.EPOCH))
                .toList();
    }

    /** Refuses every write that holds one of these entries, as one transaction. */
    private void refuse(Set<Guid> poison, boolean blame) {
        Function<List<RestorableAsset>, RestoreAnswer> answer = sent -> sent.stream()
                .map(RestorableAsset::guid)
                .filter(poison::contains)
                .findFirst()
                .<RestoreAnswer>map(guid -> new Rejected(failure(Failure.Kind.NOT_RESTORABLE), blame ? guid : null))
                .orElseGet(() -> tenant.commit(sent));
        IntStream.range(0, 100).forEach(_ -> tenant.answer(answer));
    }

    private static Failure failure(Failure.Kind kind) {
        return new Failure(kind, "refused", TenantDouble.error(409, "ATLAS-409-00-015"));
    }

    private StoredAsset[] tables(int number) {
        return IntStream.range(0, number)
                .mapToObj(index -> tenant.archived(Assets.table("T%03d".formatted(index))))
                .toArray(StoredAsset[]::new);
    }
}
