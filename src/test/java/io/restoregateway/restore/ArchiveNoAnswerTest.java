package io.restoregateway.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restoregateway.restore.ArchiveOutcome.Archived;
import io.restoregateway.restore.CatalogException.Trouble;
import io.restoregateway.restore.RestoreAnswer.NeverSent;
import io.restoregateway.restore.RestoreAnswer.Rejected;
import io.restoregateway.restore.RestoreAnswer.Unanswered;
import io.restoregateway.restore.RestoreOutcome.Failed;
import io.restoregateway.restore.RestoreOutcome.NotAttempted;
import io.restoregateway.restore.RestoreOutcome.Unconfirmed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArchiveNoAnswerTest extends ArchiveTestCase {

    private static final Unanswered SILENCE = new Unanswered("timed out", false, null);

    private final StoredAsset orders = tenant.active(Assets.table("ORDERS"));

    @Test
    void settlesALostAnswerByReading() {
        tenant.answerArchiving(sent -> {
            tenant.commitArchiving(sent);
            return SILENCE;
        });

        assertThat(archived(archiveOne(orders)).warnings())
                .extracting(Warning::code)
                .containsExactly(Warning.Code.CHANGED_MEANWHILE);
        assertThat(tenant.archivings()).hasSize(1);
    }

    @Test
    void waitsForALateCommit() {
        tenant.answerArchiving(sent -> {
            tenant.beforeRead(5, () -> tenant.commitArchiving(sent));
            return SILENCE;
        });

        assertThat(archiveOne(orders)).isInstanceOf(Archived.class);
        assertThat(tenant.archivings()).hasSize(1);
    }

    @Test
    void sendsAgainOnlyAfterVerifyingAgain() {
        tenant.answerArchiving(sent -> SILENCE);

        assertThat(archiveOne(orders)).isInstanceOf(Archived.class);
        assertThat(tenant.archivings()).hasSize(2);
        int second = tenant.calls().lastIndexOf("archive");
        assertThat(tenant.calls().subList(second - 1, second)).containsExactly("read");
    }

    @Test
    void doesNotSendAgainWhatWasChangedMeanwhile() {
        tenant.answerArchiving(sent -> {
            tenant.active(Assets.updatedAt(orders, clock.instant()));
            return SILENCE;
        });

        assertThat(archiveOne(orders)).isInstanceOf(Unconfirmed.class);
        assertThat(tenant.archivings()).hasSize(1);
    }

    @Test
    void staysUnconfirmedWhenNoWriteIsEverAnsweredAndStops() {
        StoredAsset[] tables = tables(60);
        IntStream.range(0, 7).forEach(_ -> tenant.answerArchiving(sent -> SILENCE));

        List<ArchiveOutcome> outcomes = archive(tables);

        assertThat(outcomes.subList(0, 50)).allMatch(Unconfirmed.class::isInstance);
        assertThat(outcomes.subList(50, 60)).allMatch(NotAttempted.class::isInstance);
    }

    @Test
    void isNeverFailedOnceAWriteWasLost() {
        tenant.answerArchiving(sent -> SILENCE);
        tenant.answerArchiving(sent -> rejected(null));

        assertThat(archiveOne(orders)).isInstanceOf(Unconfirmed.class);
    }

    @Test
    void sendsAgainAtOnceAfterAConflict() {
        tenant.answerArchiving(sent -> new Unanswered("conflict", true, null));

        assertThat(archiveOne(orders)).isInstanceOf(Archived.class);
        assertThat(clock.pauses()).containsExactly(Duration.ofMillis(500));
    }

    @Test
    void takesOutTheOneToBlame() {
        StoredAsset[] tables = tables(10);
        tenant.answerArchiving(sent -> rejected(tables[3].guid()));

        List<ArchiveOutcome> outcomes = archive(tables);

        assertThat(outcomes.get(3)).isInstanceOf(Failed.class);
        assertThat(outcomes.stream().filter(Archived.class::isInstance)).hasSize(9);
        assertThat(tenant.archivings()).hasSize(2);
    }

    @Test
    void halvesToFindTheOneThatNobodyBlames() {
        StoredAsset[] tables = tables(10);
        IntStream.range(0, 30)
                .forEach(_ -> tenant.answerArchiving(sent ->
                        sent.stream().anyMatch(asset -> asset.guid().equals(tables[3].guid()))
                                ? rejected(null)
                                : tenant.commitArchiving(sent)));

        List<ArchiveOutcome> outcomes = archive(tables);

        assertThat(outcomes.get(3)).isInstanceOf(Failed.class);
        assertThat(outcomes.stream().filter(Archived.class::isInstance)).hasSize(9);
    }

    @Test
    void stopsWhenTheTokenIsRefused() {
        StoredAsset[] tables = tables(60);
        Failure refused = new Failure(Failure.Kind.UPSTREAM_UNAUTHENTICATED, "refused", TenantDouble.error(401, "any"));
        tenant.answerArchiving(sent -> new Rejected(refused, null));

        List<ArchiveOutcome> outcomes = archive(tables);

        assertThat(outcomes.subList(0, 50)).allMatch(Failed.class::isInstance);
        assertThat(outcomes.subList(50, 60)).allMatch(NotAttempted.class::isInstance);
        assertThat(tenant.archivings()).hasSize(1);
    }

    @Test
    void makesTroubleBeforeTheFirstWriteTheRequests() {
        tenant.answerArchiving(sent -> new NeverSent(new CatalogException(Trouble.UNAVAILABLE, "away", null, null)));

        assertThatThrownBy(() -> archive(orders)).isInstanceOf(CatalogException.class);
    }

    @Test
    void leavesTheRestUnsentWhenAtlanGoesAwayAfterTheFirstWrite() {
        StoredAsset[] tables = tables(60);
        tenant.answerArchiving(tenant::commitArchiving);
        tenant.answerArchiving(
                sent -> new NeverSent(new CatalogException(Trouble.BUDGET_EXHAUSTED, "spent", null, null)));

        List<ArchiveOutcome> outcomes = archive(tables);

        assertThat(outcomes.subList(0, 50)).allMatch(Archived.class::isInstance);
        assertThat(outcomes.subList(50, 60))
                .allSatisfy(outcome ->
                        assertThat(((NotAttempted) outcome).cause()).isEqualTo(NotAttempted.Cause.BUDGET_EXHAUSTED));
    }

    @Test
    void sendsNothingThatItCouldNotConfirm() {
        tenant.isSpentByVerifying();

        assertThatThrownBy(() -> archive(orders)).isInstanceOf(CatalogException.class);
        assertThat(tenant.archivings()).isEmpty();
    }

    @Test
    void isUnconfirmedWhenItStaysActiveOrCannotBeReadBack() {
        tenant.answerArchiving(sent -> new RestoreAnswer.Committed(List.of(), List.of(), List.of(), Map.of(), null));
        assertThat(archiveOne(orders)).isInstanceOf(Unconfirmed.class);

        tenant.answerArchiving(sent -> {
            IntStream.range(0, 20).forEach(_ -> tenant.failNextRead(Trouble.UNAVAILABLE));
            return tenant.commitArchiving(sent);
        });
        assertThat(archiveOne(orders)).isInstanceOf(Unconfirmed.class);
    }

    private StoredAsset[] tables(int number) {
        return IntStream.range(0, number)
                .mapToObj(index -> tenant.active(Assets.table("T%03d".formatted(index))))
                .toArray(StoredAsset[]::new);
    }

    private static Rejected rejected(Guid culprit) {
        return new Rejected(
                new Failure(Failure.Kind.FORBIDDEN_BY_ATLAN, "refused", TenantDouble.error(403, "any")), culprit);
    }
}
