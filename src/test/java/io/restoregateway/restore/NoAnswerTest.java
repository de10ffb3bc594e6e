package io.restoregateway.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restoregateway.restore.CatalogException.Trouble;
import io.restoregateway.restore.RestoreAnswer.NeverSent;
import io.restoregateway.restore.RestoreAnswer.Rejected;
import io.restoregateway.restore.RestoreAnswer.Unanswered;
import io.restoregateway.restore.RestoreOutcome.NotAttempted;
import io.restoregateway.restore.RestoreOutcome.Unconfirmed;
import io.restoregateway.restore.Warning.Code;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoAnswerTest extends RuleTestCase {

    private static final Unanswered SILENCE = new Unanswered("timed out", false, null);

    private static final Unanswered CONFLICT = new Unanswered("conflict", true, null);

    @Test
    void settlesALostAnswerByReading() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));
        tenant.answer(sent -> {
            tenant.commit(sent);
            return SILENCE;
        });

        RestoreOutcome outcome = restore(table);

        assertThat(warnings(outcome)).contains(Code.CHANGED_MEANWHILE);
        assertThat(tenant.writes()).hasSize(1);
    }

    @Test
    void waitsForALateCommit() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));
        tenant.answer(sent -> {
            tenant.beforeRead(5, () -> tenant.commit(sent));
            return SILENCE;
        });

        assertThat(restore(table)).isInstanceOf(RestoreOutcome.Restored.class);
        assertThat(tenant.writes()).hasSize(1);
    }

    @Test
    void sendsAgainAfterVerifyingAgain() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));
        tenant.answer(sent -> SILENCE);

        assertThat(restore(table)).isInstanceOf(RestoreOutcome.Restored.class);
        assertThat(tenant.writes()).hasSize(2);
        assertThat(tenant.calls()
                        .subList(
                                tenant.calls().lastIndexOf("search") - 1,
                                tenant.calls().size()))
                .containsExactly("read", "search", "write", "read", "close");
    }

    @Test
    void doesNotSendAgainWhatIsRefusedMeanwhile() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));
        tenant.answer(sent -> {
            tenant.active(Assets.withGuid(table, Assets.guid("twin")));
            return SILENCE;
        });

        assertThat(restore(table)).isInstanceOf(Unconfirmed.class);
        assertThat(tenant.writes()).hasSize(1);
    }

    @Test
    void staysUnconfirmedWhenNoWriteIsEverAnswered() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));
        IntStream.range(0, 3).forEach(_ -> tenant.answer(sent -> SILENCE));

        assertThat(restore(table)).isInstanceOf(Unconfirmed.class);
        assertThat(tenant.writes()).hasSize(3);
        assertThat(clock.pauses().stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(90));
    }

    @Test
    void isNeverFailedOnceAWriteWasLost() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));
        tenant.answer(sent -> SILENCE);
        tenant.answer(sent -> rejected(Failure.Kind.FORBIDDEN_BY_ATLAN, null));

        assertThat(restore(table)).isInstanceOf(Unconfirmed.class);
    }

    @Test
    void sendsAgainAtOnceAfterAConflict() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));
        tenant.answer(sent -> CONFLICT);

        assertThat(restore(table)).isInstanceOf(RestoreOutcome.Restored.class);
        assertThat(clock.pauses()).containsExactly(Duration.ofMillis(500));
    }

    @Test
    void makesTroubleBeforeTheFirstWriteTheRequests() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));
        tenant.answer(sent -> new NeverSent(new CatalogException(Trouble.UNAVAILABLE, "away", null, null)));

        assertThatThrownBy(() -> restore(table)).isInstanceOf(CatalogException.class);
    }

    @Test
    void sendsNothingThatItCouldNotConfirm() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));
        tenant.isSpentByVerifying();

        assertThatThrownBy(() -> restore(table)).isInstanceOf(CatalogException.class);

        assertThat(tenant.writes()).isEmpty();
    }

    @Test
    void leavesTheRestUnsentWhenAtlanGoesAwayAfterTheFirstWrite() {
        StoredAsset[] tables = tables(60);
        tenant.answer(tenant::commit);
        tenant.answer(sent -> new NeverSent(new CatalogException(Trouble.BUDGET_EXHAUSTED, "spent", null, null)));

        List<RestoreOutcome> outcomes = restoreAll(tables);

        assertThat(outcomes.subList(0, 50)).allMatch(RestoreOutcome.Restored.class::isInstance);
        assertThat(outcomes.subList(50, 60))
                .allSatisfy(outcome ->
                        assertThat(((NotAttempted) outcome).cause()).isEqualTo(NotAttempted.Cause.BUDGET_EXHAUSTED));
    }

    @Test
    void stopsAfterAWriteThatStaysLost() {
        StoredAsset[] tables = tables(60);
        IntStream.range(0, 7).forEach(_ -> tenant.answer(sent -> SILENCE));

        List<RestoreOutcome> outcomes = restoreAll(tables);

        assertThat(outcomes.subList(0, 50)).allMatch(Unconfirmed.class::isInstance);
        assertThat(outcomes.subList(50, 60)).allMatch(NotAttempted.class::isInstance);
    }

    @Test
    void verifiesAgainWhatIsOlderThanTenSeconds() {
        StoredAsset[] tables = tables(60);
        tenant.answer(sent -> {
            clock.tick(Duration.ofSeconds(11));
            tenant.archived(Assets.named(tables[59], "RENAMED"));
            return tenant.commit(sent);
        });

        List<RestoreOutcome> outcomes = restoreAll(tables);

        assertThat(outcomes).allMatch(RestoreOutcome.Restored.class::isInstance);
        assertThat(tenant.writes().get(1).getLast().values()).containsEntry("name", "RENAMED");
    }

    @Test
    void sendsNothingOnVerificationsThatAreStaleAsSoonAsMade() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));
        tenant.searchTakes(Duration.ofSeconds(11));

        assertThatThrownBy(() -> restore(table)).isInstanceOf(CatalogException.class);

        assertThat(tenant.writes()).isEmpty();
    }

    @Test
    void verifiesAllOfAWriteAgainWhenOneOfItIsStale() {
        StoredAsset[] tables = tables(4);
        tenant.answer(sent -> SILENCE);
        tenant.answer(sent -> {
            clock.tick(Duration.ofSeconds(11));
            return tenant.commit(sent);
        });

        assertThat(restoreAll(tables)).allMatch(RestoreOutcome.Restored.class::isInstance);
        assertThat(tenant.writes())
                .allSatisfy(write -> assertThat(write)
                        .extracting(RestorableAsset::staleAfter)
                        .containsOnly(write.getFirst().staleAfter()));
    }

    @Test
    void sendsNothingMoreOnceALostWriteTurnsOutToHaveMetAnotherName() {
        StoredAsset[] tables = tables(60);
        tenant.answer(sent -> {
            tenant.commit(sent);
            tenant.active(Assets.named(tables[0], "RENAMED"));
            return SILENCE;
        });

        List<RestoreOutcome> outcomes = restoreAll(tables);

        assertThat(outcomes.getFirst()).isInstanceOf(RestoreOutcome.UnexpectedChange.class);
        assertThat(outcomes.subList(50, 60)).allMatch(NotAttempted.class::isInstance);
        assertThat(tenant.writes()).hasSize(1);
    }

    @Test
    void isUnconfirmedWhenItCannotBeReadBack() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));
        tenant.answer(sent -> {
            IntStream.range(0, 20).forEach(_ -> tenant.failNextRead(Trouble.UNAVAILABLE));
            return tenant.commit(sent);
        });

        assertThat(restore(table)).isInstanceOf(Unconfirmed.class);
    }

    private StoredAsset[] tables(int number) {
        return IntStream.range(0, number)
                .mapToObj(index -> tenant.archived(Assets.table("T%03d".formatted(index))))
                .toArray(StoredAsset[]::new);
    }

    private static Rejected rejected(Failure.Kind kind, Guid culprit) {
        return new Rejected(new Failure(kind, "refused", TenantDouble.error(403, "any")), culprit);
    }
}
