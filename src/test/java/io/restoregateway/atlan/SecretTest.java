package io.restoregateway.atlan;

import static io.restoregateway.atlan.Wire.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.RestorableAssetFixtures;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SecretTest {

    private static final LoggingSystem LOGGING = LoggingSystem.get(SecretTest.class.getClassLoader());

    private static final String ECHO = "Bearer " + PlayedTenant.KEY + " is not welcome";

    @RegisterExtension
    final PlayedTenant tenant = new PlayedTenant();

    @BeforeEach
    void logAll() {
        LOGGING.setLogLevel("io.restoregateway", LogLevel.DEBUG);
    }

    @AfterEach
    void logAsUsual() {
        LOGGING.setLogLevel("io.restoregateway", null);
    }

    @Test
    void areRemovedFromAtlansWords(CapturedOutput output) {
        tenant.alwaysAnswers(answer(
                403, "{\"errorCode\":\"%1$s\",\"errorMessage\":\"%1$s\",\"entityGuid\":\"%1$s\"}".formatted(ECHO)));

        CatalogException exception = find();

        assertThat(exception.upstream())
                .asString()
                .contains("Bearer *** is not welcome")
                .doesNotContain(PlayedTenant.KEY);
        assertThat(output).doesNotContain(PlayedTenant.KEY);
    }

    @Test
    void areRemovedFromPagesThatAreLogged(CapturedOutput output) {
        tenant.alwaysAnswers(
                answer(400, "<html>" + "x".repeat(950) + ECHO + "\r\nINFO forged line" + "y".repeat(5_000)));

        find();

        assertThat(output)
                .contains("xxxBearer *** is not")
                .doesNotContain(PlayedTenant.KEY)
                .doesNotContain("yyy");
        assertThat(output).doesNotContain("\nINFO forged line");
    }

    @Test
    void areInNoFault(CapturedOutput output) {
        tenant.alwaysAnswers(answer(200, "").withFault(Fault.CONNECTION_RESET_BY_PEER));

        CatalogException exception = find();
        Object unanswered = tenant.catalog().restore(List.of(RestorableAssetFixtures.anyVerifiedAsset(Wire.guid(1))));

        assertThat(output).contains("request id").doesNotContain(PlayedTenant.KEY);
        assertThat(exception.upstream()).asString().doesNotContain(PlayedTenant.KEY);
        assertThat(unanswered).asString().doesNotContain(PlayedTenant.KEY);
    }

    @Test
    void longWordsAreCut() {
        tenant.alwaysAnswers(Wire.error(400, "X", "m".repeat(100_000)));

        assertThat(find().upstream().errorMessage()).hasSize(1_000);
    }

    private CatalogException find() {
        return catchThrowableOfType(
                CatalogException.class, () -> tenant.catalog().find(List.of(Wire.guid(1)), true));
    }
}
