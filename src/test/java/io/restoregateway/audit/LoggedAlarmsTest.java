package io.restoregateway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.RestoreAnswer;
import io.restoregateway.restore.RestoreOutcome;
import io.restoregateway.restore.StoredAsset;
import io.restoregateway.restore.TypeName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class LoggedAlarmsTest {

    @RegisterExtension
    final HeardLogger heard = new HeardLogger(LoggedAlarms.class);

    private static final String GUID = "e185209b-4b08-4e2f-acc7-35c47229f67f";

    private static final String STRANGER = "51a28d46-b700-4c9d-807d-397f25f2b6d6";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private final LoggedAlarms alarms = new LoggedAlarms(meters);

    private static RestoreOutcome.UnexpectedChange renamed() {
        StoredAsset before = new StoredAsset(
                new AssetIdentity(new TypeName("Table"), new QualifiedName("a\nFAKE LINE"), new Guid(GUID)),
                "ORDERS",
                Instant.parse("2026-11-21T10:00:00Z"),
                "jsmith",
                Map.of("rowCount", 7),
                List.of(),
                true,
                false,
                Map.of());
        return new RestoreOutcome.UnexpectedChange(
                before,
                null,
                "renamed",
                List.of(new RestoreAnswer.Header(new Guid(STRANGER), "Table", "other", "OTHER", null, 2)));
    }

    @Test
    void everyAlarmIsLoggedWithTheValuesBefore(CapturedOutput output) {
        alarms.unexpectedChange(renamed());

        assertThat(output.getAll())
                .contains("ERROR", "UNEXPECTED_CHANGE", GUID, "ORDERS", "rowCount", "jsmith", "renamed", STRANGER);
    }

    @Test
    void noValueBreaksTheLine(CapturedOutput output) {
        alarms.unexpectedChange(renamed());

        assertThat(output.getAll()).doesNotContain("\nFAKE LINE");
    }

    @Test
    void everyAlarmIsCounted() {
        assertThat(meters.counter("restore.gateway.unexpected.changes").count()).isZero();

        alarms.unexpectedChange(renamed());
        alarms.unexpectedChange(renamed());

        assertThat(meters.counter("restore.gateway.unexpected.changes").count()).isEqualTo(2);
    }
}
