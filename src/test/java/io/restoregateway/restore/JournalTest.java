package io.restoregateway.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.restoregateway.restore.CatalogException.Trouble;
import io.restoregateway.restore.RestoreOutcome.NotAttempted;
import io.restoregateway.restore.RestoreOutcome.Restored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What cannot be recorded is not sent. */
class JournalTest extends RuleTestCase {

    private final List<Journal.Entry> concluded = new ArrayList<>();

    private int takes;

    private List<RestoreOutcome> restore(List<StoredAsset> assets) {
        Journal journal = new Journal() {
            @Override
            public Optional<NotAttempted> sending(List<AssetIdentity> identities) {
                if (takes-- > 0) {
                    return Optional.empty();
                }
                throw new CatalogException(Trouble.UNRECORDED, "The audit is away", null, null);
            }

            @Override
            public void concluded(List<Entry> entries) {
                concluded.addAll(entries);
            }
        };
        return rule().under(Mandate.recordedBy(journal))
                .restore(assets.stream().map(RuleTestCase::claim).toList(), RestoreOptions.DEFAULT);
    }

    private List<StoredAsset> tables(int number) {
        return IntStream.range(0, number)
                .mapToObj(index -> tenant.archived(Assets.table("T" + index)))
                .toList();
    }

    @Test
    void beforeTheFirstWriteThatIsTheWholeAnswer() {
        List<StoredAsset> tables = tables(2);

        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(() -> restore(tables))
                .satisfies(trouble -> assertThat(trouble.trouble()).isEqualTo(Trouble.UNRECORDED));

        assertThat(tenant.writes()).isEmpty();
        assertThat(concluded)
                .extracting(Journal.Entry::conclusion)
                .containsOnly(
                        new Conclusion(Conclusion.Outcome.NOT_ATTEMPTED, "AUDIT_UNAVAILABLE", "The audit is away"))
                .hasSize(2);
    }

    @Test
    void afterItWhatWasDoneIsToldAndTheRestIsNotSent() {
        takes = 1;

        List<RestoreOutcome> outcomes = restore(tables(70));

        assertThat(tenant.writes()).hasSize(1);
        assertThat(outcomes.stream().filter(Restored.class::isInstance)).hasSize(50);
        assertThat(outcomes.stream().filter(NotAttempted.class::isInstance))
                .hasSize(20)
                .containsOnly(new NotAttempted(NotAttempted.Cause.UNRECORDED, "The audit is away"));
    }
}
