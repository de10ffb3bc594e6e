package io.restoregateway.atlan;

import static io.restoregateway.atlan.Wire.entities;
import static io.restoregateway.atlan.Wire.recorded;
import static io.restoregateway.atlan.Wire.table;
import static io.restoregateway.restore.RestorableAssetFixtures.anyVerifiedAsset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restoregateway.restore.Catalog;
import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.UpstreamError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What became of a write is found out even while Atlan is left alone: nobody else can tell whoever waits for it. */
class OwedReadTest {

    private static final Guid TABLE = new Guid("a33f3c53-20ce-459a-84a2-8c11d694ab1b");

    private static final Answer AWAY =
            new Answer.NeverLeft(new UpstreamError(0, null, "gone", null, "any-request"), true);

    @RegisterExtension
    final PlayedTenant tenant = PlayedTenant.whoIsLeftAloneAfter(2);

    @Test
    void readsAfterAWriteAreMadeAndOthersAreNot() {
        tenant.answers(recorded("restore-three"), entities(table(TABLE)), recorded("restore-three"));
        Catalog writer = tenant.catalog();
        writer.restore(List.of(anyVerifiedAsset(TABLE)));
        Breaker breaker = tenant.line().outbound().breaker();
        breaker.enter();
        breaker.leave(AWAY);
        assertThat(breaker.isClosed()).isFalse();

        assertThatThrownBy(() -> tenant.catalog().find(List.of(TABLE), false)).isInstanceOf(CatalogException.class);
        assertThat(tenant.calls()).as("nothing but the write").hasSize(1);

        assertThat(writer.find(List.of(TABLE), false)).containsKey(TABLE);
        assertThat(tenant.calls()).hasSize(2);

        writer.restore(List.of(anyVerifiedAsset(TABLE)));
        assertThat(tenant.calls()).as("another write waits like everybody").hasSize(2);
    }
}
