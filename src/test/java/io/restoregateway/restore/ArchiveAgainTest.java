package io.restoregateway.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restoregateway.restore.ArchiveOutcome.AlreadyArchived;
import io.restoregateway.restore.ArchiveOutcome.Archived;
import io.restoregateway.restore.ArchiveOutcome.WouldArchive;
import io.restoregateway.restore.RestoreAnswer.Committed;
import io.restoregateway.restore.RestoreAnswer.Header;
import io.restoregateway.restore.RestoreOutcome.NotAttempted;
import io.restoregateway.restore.RestoreOutcome.UnexpectedChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArchiveAgainTest extends ArchiveTestCase {

    private final StoredAsset orders = Assets.table("ORDERS");

    @Test
    void archivesWhatNobodyChangedSinceItsRestore() {
        tenant.active(orders);

        ArchiveOutcome outcome = archiveOne(orders);

        assertThat(archived(outcome).asset().guid()).isEqualTo(orders.guid());
        assertThat(archived(outcome).warnings()).isEmpty();
        assertThat(tenant.isActive(orders.guid())).isFalse();
        assertThat(tenant.calls()).containsExactly("read", "archive", "read", "close");
        assertThat(tenant.reserved()).isEqualTo(3);
    }

    @Test
    void archivesNothingThatWasChangedSince() {
        tenant.active(Assets.updatedAt(orders, clock.instant()));

        Refusal refusal = assertRefused(archiveOne(orders));

        assertThat(refusal.mismatches()).extracting(Refusal.Mismatch::field).containsExactly("updatedAt");
    }

    @Test
    void archivesNothingOfAnotherNameOrType() {
        StoredAsset renamed = Assets.withGuid(Assets.table("RENAMED"), orders.guid());
        tenant.active(renamed);
        assertThat(assertRefused(archiveOne(orders)).mismatches())
                .extracting(Refusal.Mismatch::stored)
                .containsExactly(renamed.identity().qualifiedName().value());

        tenant.active(Assets.withGuid(Assets.any("View", Assets.SCHEMA + "/ORDERS", "ORDERS"), orders.guid()));
        assertThat(assertRefused(archiveOne(orders)).mismatches())
                .extracting(Refusal.Mismatch::field)
                .containsExactly("typeName");
    }

    @Test
    void sendsNothingForWhatIsArchivedAlready() {
        tenant.archived(Assets.updatedAt(orders, clock.instant()));

        assertThat(archiveOne(orders)).isInstanceOf(AlreadyArchived.class);
        assertThat(tenant.calls()).containsExactly("read", "close");
    }

    @Test
    void refusesAnArchivedAssetThatHasGotAnotherName() {
        tenant.archived(Assets.updatedAt(Assets.withGuid(Assets.table("RENAMED"), orders.guid()), clock.instant()));

        assertRefused(archiveOne(orders));
    }

    @Test
    void looksAgainWhenAReplicaStillShowsTheTimeBeforeTheRestore() {
        StoredAsset restored = Assets.updatedAt(orders, clock.instant());
        tenant.archived(orders);
        tenant.beforeRead(3, () -> tenant.active(restored));

        assertThat(archiveOne(restored)).isInstanceOf(Archived.class);
    }

    @Test
    void doesNotTakeAReplicasOldStateForArchived() {
        tenant.archived(orders);

        ArchiveOutcome outcome = archiveOne(Assets.updatedAt(orders, clock.instant()));

        assertThat(outcome).isInstanceOf(NotAttempted.class);
        assertThat(tenant.archivings()).isEmpty();
    }

    @Test
    void tellsWhatIsGoneOrWithheld() {
        StoredAsset hidden = Assets.table("HIDDEN");
        tenant.withheld(hidden.guid());

        List<ArchiveOutcome> outcomes = archive(orders, hidden);

        assertThat(outcomes.getFirst()).isInstanceOf(RestoreOutcome.NotFound.class);
        assertThat(((RestoreOutcome.Refused) outcomes.get(1)).refusal().reason())
                .isEqualTo(Refusal.Reason.FORBIDDEN_BY_ATLAN);
    }

    @Test
    void previewsWithoutWriting() {
        StoredAsset changed = Assets.table("CHANGED");
        tenant.active(orders);
        tenant.active(Assets.updatedAt(changed, clock.instant()));

        List<ArchiveOutcome> outcomes = preview(orders, changed);

        assertThat(outcomes.getFirst()).isInstanceOf(WouldArchive.class);
        assertRefused(outcomes.get(1));
        assertThat(tenant.calls()).containsExactly("read", "close");
    }

    @Test
    void answersInOrderAndWritesAtMostFiftyAtOnce() {
        StoredAsset[] tables = tables(100);
        tenant.gone(tables[7].guid());

        List<ArchiveOutcome> outcomes = archive(tables);

        assertThat(outcomes.get(7)).isInstanceOf(RestoreOutcome.NotFound.class);
        assertThat(outcomes.stream().filter(Archived.class::isInstance)).hasSize(99);
        assertThat(tenant.archivings()).extracting(List::size).containsExactly(50, 49);
    }

    @Test
    void takesNoMoreThanAHundredAndNoGuidTwice() {
        assertThatThrownBy(() -> archive()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> archive(tables(101))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> archive(orders, orders)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsWhenSomebodyElseArchivedItFirst() {
        tenant.active(orders);
        tenant.answerArchiving(sent -> {
            tenant.archived(Assets.updatedAt(orders, clock.instant()));
            return tenant.commitArchiving(sent);
        });

        assertThat(archiveOne(orders)).isInstanceOf(AlreadyArchived.class);
    }

    @Test
    void tellsAnEditInTheGap() {
        tenant.active(orders);
        tenant.answerArchiving(sent -> {
            tenant.active(Assets.with(orders, "description", "new"));
            return tenant.commitArchiving(sent);
        });

        ArchiveOutcome outcome = archiveOne(orders);

        assertThat(archived(outcome).warnings())
                .extracting(Warning::code)
                .containsExactly(Warning.Code.CHANGED_MEANWHILE);
        assertThat(archived(outcome).warnings().getFirst().message()).contains("description");
    }

    @Test
    void raisesTheAlarmWhenItWasRenamedInTheGap() {
        StoredAsset[] tables = tables(60);
        tenant.answerArchiving(sent -> {
            tenant.active(Assets.named(tables[0], "RENAMED"));
            return tenant.commitArchiving(sent);
        });

        List<ArchiveOutcome> outcomes = archive(tables);

        assertThat(outcomes.getFirst()).isInstanceOf(UnexpectedChange.class);
        assertThat(alarms).hasSize(1);
        assertThat(outcomes.get(49)).isInstanceOf(Archived.class);
        assertThat(outcomes.subList(50, 60)).allMatch(NotAttempted.class::isInstance);
    }

    @Test
    void raisesTheAlarmWhenAnotherAssetWasArchivedAlong() {
        tenant.active(orders);
        Header stranger = TenantDouble.header(Assets.table("ORDERS/COLUMN"), 40);
        tenant.answerArchiving(sent -> {
            List<Header> deleted = new ArrayList<>(tenant.commitArchiving(sent).deleted());
            deleted.add(stranger);
            return new Committed(List.of(), List.of(), deleted, Map.of(), null);
        });

        ArchiveOutcome outcome = archiveOne(orders);

        assertThat(outcome).isInstanceOf(UnexpectedChange.class);
        assertThat(((UnexpectedChange) outcome).strangers()).containsExactly(stranger);
        assertThat(alarms).hasSize(1);
    }

    @Test
    void raisesTheAlarmWhenAnotherAssetWasOverwrittenOrCreated() {
        tenant.active(orders);
        Header other = TenantDouble.header(Assets.table("OTHER"), 40);
        tenant.answerArchiving(sent -> new Committed(
                List.of(other), List.of(), tenant.commitArchiving(sent).deleted(), Map.of(), null));
        assertThat(archiveOne(orders)).isInstanceOf(UnexpectedChange.class);

        tenant.active(orders);
        tenant.answerArchiving(sent -> new Committed(
                List.of(), List.of(other), tenant.commitArchiving(sent).deleted(), Map.of(), null));
        assertThat(archiveOne(orders)).isInstanceOf(UnexpectedChange.class);
    }

    @Test
    void takesNeighboursInTheAnswerForWhatTheyAre() {
        tenant.active(orders);
        Header schema = TenantDouble.header(Assets.any("Schema", Assets.SCHEMA, "SCHEMA"), 2);
        tenant.answerArchiving(sent -> new Committed(
                List.of(schema), List.of(), tenant.commitArchiving(sent).deleted(), Map.of(), null));

        assertThat(archiveOne(orders)).isInstanceOf(Archived.class);
        assertThat(alarms).isEmpty();
    }

    @Test
    void raisesTheAlarmWhenArchivingDestroyed() {
        tenant.active(orders);
        tenant.answerArchiving(sent -> {
            Committed answer = tenant.commitArchiving(sent);
            tenant.gone(orders.guid());
            return answer;
        });

        assertThat(archiveOne(orders)).isInstanceOf(UnexpectedChange.class);
    }

    @Test
    void waitsUntilAtlanHasArchivedBehindTheScenes() {
        tenant.active(orders);
        tenant.answerArchiving(sent -> {
            tenant.beforeRead(3, () -> tenant.commitArchiving(sent));
            return new Committed(List.of(), List.of(), List.of(TenantDouble.header(orders, 40)), Map.of(), null);
        });

        assertThat(archiveOne(orders)).isInstanceOf(Archived.class);
    }

    @Test
    void verifiesAgainWhatIsOlderThanTenSeconds() {
        StoredAsset[] tables = tables(60);
        tenant.answerArchiving(sent -> {
            clock.tick(Duration.ofSeconds(11));
            tenant.active(Assets.updatedAt(tables[59], clock.instant()));
            return tenant.commitArchiving(sent);
        });

        List<ArchiveOutcome> outcomes = archive(tables);

        assertThat(outcomes.subList(0, 59)).allMatch(Archived.class::isInstance);
        assertThat(outcomes.get(59)).isInstanceOf(RestoreOutcome.Refused.class);
        assertThat(tenant.archivings().get(1)).doesNotContain(tables[59].guid());
    }

    private StoredAsset[] tables(int number) {
        return IntStream.range(0, number)
                .mapToObj(index -> tenant.active(Assets.table("T%03d".formatted(index))))
                .toArray(StoredAsset[]::new);
    }
}
