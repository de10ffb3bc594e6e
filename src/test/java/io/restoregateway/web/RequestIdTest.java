package io.restoregateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class RequestIdTest {

    @Autowired
    private Gateway gateway;

    private Answer asked(String path, String id) {
        return gateway.send(gateway.to(path).header("X-Request-Id", id).GET());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Run_7:step-3.b", "0d5c7b1a-6d2e-4d1e-8a53-6d3a5f3c0f55"})
    void aSaneIdIsKept(String id) {
        Answer problem = asked("/api/v1/nothing", id).isProblem(404, "NO_SUCH_PATH");

        assertThat(problem.header("X-Request-Id")).isEqualTo(id);
        assertThat(asked("/actuator/health", id).header("X-Request-Id")).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "<script>", "é", "a\tb", "a,b", "%0d%0a"})
    void anInsaneIdIsReplaced(String id) {
        Answer problem = asked("/api/v1/nothing", id).isProblem(404, "NO_SUCH_PATH");

        assertThat(UUID.fromString(problem.header("X-Request-Id"))).isNotNull();
    }

    @Test
    void anIdMayHave128Characters() {
        assertThat(asked("/problems", "x".repeat(128)).header("X-Request-Id")).isEqualTo("x".repeat(128));
        assertThat(asked("/problems", "x".repeat(129)).header("X-Request-Id")).hasSize(36);
    }

    @Test
    void everyAnswerHasOne() {
        assertThat(gateway.get("/problems").isOk().header("X-Request-Id")).isNotBlank();
        assertThat(gateway.get("/v3/api-docs").header("X-Request-Id")).isNotBlank();
        assertThat(gateway.get("/").header("X-Request-Id")).isNotBlank();
        assertThat(gateway.get("/swagger-ui/index.html").header("X-Request-Id")).isNotBlank();
    }
}
