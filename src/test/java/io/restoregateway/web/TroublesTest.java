package io.restoregateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.CatalogException.Trouble;
import io.restoregateway.restore.RestoreAssets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What keeps the catalog, or the gateway itself, from answering, as callers are told. */
@GatewayTest
class TroublesTest {

    private static final String RESTORE = "/api/v1/assets/restore";

    private static final String BATCH = "/api/v1/assets/restore-batch";

    @Autowired
    private Gateway gateway;

    @Autowired
    private RestoreAssets restoreAssets;

    static Stream<Arguments> troubles() {
        return Stream.of(
                arguments(Trouble.UNRECORDED, null, 503, "AUDIT_UNAVAILABLE", "30"),
                arguments(Trouble.UNAVAILABLE, null, 503, "UPSTREAM_UNAVAILABLE", "30"),
                arguments(Trouble.UNAVAILABLE, Duration.ofMillis(6_100), 503, "UPSTREAM_UNAVAILABLE", "7"),
                arguments(Trouble.UNAUTHENTICATED, null, 502, "UPSTREAM_UNAUTHENTICATED", null),
                arguments(Trouble.ERROR, null, 502, "UPSTREAM_ERROR", null),
                arguments(Trouble.BUDGET_EXHAUSTED, Duration.ZERO, 429, "BUDGET_EXHAUSTED", "1"),
                arguments(Trouble.BUDGET_EXHAUSTED, Duration.ofSeconds(60), 429, "BUDGET_EXHAUSTED", "60"));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void whatKeepsAtlanFromAnsweringIsTheRequestsProblem(
            Trouble trouble, Duration wait, int status, String code, String retryAfter) {
        when(restoreAssets.restore(any(), any()))
                .thenThrow(new CatalogException(trouble, "trouble", wait, Fixtures.UPSTREAM));

        for (String body : List.of(Fixtures.connectionBody(), "{\"assets\":[" + Fixtures.connectionBody() + "]}")) {
            Answer answer = gateway.post(body.contains("assets") ? BATCH : RESTORE, body)
                    .isProblem(status, code);
            assertThat(answer.header("Retry-After")).isEqualTo(retryAfter);
            assertThat(answer.json().path("upstream").path("requestId").asString())
                    .isEqualTo("upstream-request");
        }
    }

    @Test
    void aFaultOfOursShowsNothingOfTheInside() {
        when(restoreAssets.restore(any(), any())).thenThrow(new IllegalStateException("secret"));

        Answer answer = gateway.post(RESTORE, Fixtures.connectionBody()).isProblem(500, "INTERNAL_ERROR");

        assertThat(answer.body()).doesNotContain("secret");
    }
}
