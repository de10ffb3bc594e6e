package io.restoregateway.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.restore.RestoreAnswer.Committed;
import io.restoregateway.restore.Warning.Code;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is read back tells whose the latest change is. */
class ReadBackTest extends RuleTestCase {

    @Test
    void takesForItsOwnNoChangeThatSomebodyElseMadeBeforeTheReadBack() {
        List<StoredAsset> tables = Stream.of("ORDERS", "CUSTOMERS", "ITEMS")
                .map(name -> tenant.archived(Assets.table(name)))
                .toList();
        tenant.answer(assets -> {
            Committed answer = tenant.commit(assets);
            for (StoredAsset table : tables) {
                String user = table.equals(tables.getLast()) ? "somebody" : "gateway";
                tenant.active(Assets.updatedBy(Assets.updatedAt(table, clock.instant()), user));
            }
            return answer;
        });

        List<RestoreOutcome> outcomes = restoreAll(tables.toArray(StoredAsset[]::new));

        assertThat(outcomes)
                .extracting(outcome -> ((RestoreOutcome.Restored) outcome).isProven())
                .containsExactly(true, true, false);
        assertThat(warnings(outcomes.getLast())).contains(Code.CHANGED_MEANWHILE);
    }
}
