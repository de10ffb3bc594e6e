package io.restoregateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.archive.Archive;
import io.restoregateway.restore.Pause;
import io.restoregateway.restore.RestoreAssets;
import io.restoregateway.restore.Tenant;
import java.net.http.HttpResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

class AccessTest {

    private static final String KEY = "Sesam-oeffne_dich.42";

    abstract static class Called {

        @LocalServerPort
        private int port;

        HttpResponse<String> get(String path, String... headers) {
            return new Calls(port).get(path, headers);
        }
    }

    @Nested
    @ExtendWith(OutputCaptureExtension.class)
    @SpringBootTest(
            webEnvironment = WebEnvironment.RANDOM_PORT,
            properties = {
                "gateway.atlan.base-url=https://acme.atlan.com",
                "gateway.atlan.api-key=not-used",
                "db-scheduler.enabled=false",
                "GATEWAY_API_KEY=the-key-of-callers"
            })
    @MockitoBean(types = {RestoreAssets.class, Archive.class, Tenant.class, Pause.class})
    class WithAKey extends Called {

        @ParameterizedTest
        @CsvSource({
            "Authorization, Bearer the-key-of-callers, 400",
            "Authorization, bearer the-key-of-callers, 400",
            "X-API-Key, the-key-of-callers, 400",
            "Authorization, Bearer the-key-of-callerS, 401",
            "Authorization, Bearer the-key-of-callers2, 401",
            "Authorization, Bearer the-key-of-caller, 401",
            "Authorization, Bearer, 401",
            "Authorization, the-key-of-callers, 401",
            "Authorization, Basic the-key-of-callers, 401",
            "Authorization, Basic dGhlLWtleS1vZi1jYWxsZXJzOnRoZS1rZXktb2YtY2FsbGVycw==, 401",
            "X-API-Key, '', 401",
            "X-API-Key, Bearer the-key-of-callers, 401",
            "X-Api-Token, the-key-of-callers, 401"
        })
        void theKeyOpensTheApiAndNothingElseDoes(String header, String value, int status) {
            assertThat(get("/api/v1/archived-assets?limit=0", header, value).statusCode())
                    .isEqualTo(status);
        }

        @Test
        void aMissingAndAWrongKeyCannotBeToldApart() {
            Set<String> bodies = new LinkedHashSet<>();
            for (String[] headers : List.of(
                    new String[] {"X-Request-Id", "same"},
                    new String[] {"X-Request-Id", "same", "X-API-Key", "wrong"},
                    new String[] {"X-Request-Id", "same", "Authorization", "Bearer wrong"},
                    new String[] {"X-Request-Id", "same", "Authorization", "Digest x"})) {
                HttpResponse<String> answer = get("/api/v1/archived-assets", headers);
                assertThat(answer.statusCode()).isEqualTo(401);
                assertThat(answer.headers().firstValue("WWW-Authenticate"))
                        .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer"));
                assertThat(answer.headers().firstValue("Content-Type"))
                        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
                bodies.add(answer.body());
            }
            assertThat(bodies).singleElement().asString().contains("UNAUTHENTICATED", "\"requestId\":\"same\"");
        }

        @ParameterizedTest
        @CsvSource({
            "/actuator/health, 200",
            "/actuator/health/liveness, 200",
            "/actuator/health/readiness, 200",
            "/v3/api-docs, 200",
            "/v3/api-docs.yaml, 200",
            "/v3/api-docs/swagger-config, 200",
            "/swagger-ui.html, 302",
            "/swagger-ui/index.html, 200",
            "/swagger-ui/swagger-ui-bundle.js, 200",
            "/problems, 200",
            "/, 302",
            "/sandbox/anything, 404",
            "/api/v1/archived-assets, 401",
            "/api/v1/nothing, 401",
            "/api/meta/entity/bulk, 401",
            "/actuator, 401",
            "/actuator/info, 401",
            "/actuator/prometheus, 401",
            "/actuator/env, 401",
            "/nothing, 401",
            "/error, 401"
        })
        void onlyDocumentationAndHealthAreOpen(String path, int status) {
            assertThat(get(path).statusCode()).isEqualTo(status);
            boolean open = status != 401;
            assertThat(get(path, "Authorization", "Bearer wrong").statusCode()).isEqualTo(status);
            assertThat(open || get(path, "X-API-Key", "the-key-of-callers").statusCode() != 401)
                    .isTrue();
        }

        @Test
        void theKeyIsNeverShown(CapturedOutput output) {
            get("/api/v1/archived-assets?limit=0", "X-API-Key", "the-key-of-callers");
            get("/api/v1/archived-assets", "X-API-Key", "the-key-of-callers-but-wrong");

            assertThat(output.getAll()).doesNotContain("the-key-of-callers");
            assertThat(Settings.withKey(KEY)).asString().doesNotContain(KEY);
            assertThat(KeyHash.of(KEY)).asString().doesNotContain(KEY);
        }

        @Test
        void pagesMayLoadNothingFromElsewhere() {
            HttpResponse<String> page = get("/swagger-ui/index.html");

            assertThat(page.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'self'"));
            assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(page.body()).doesNotContain("http://", "https://");
        }
    }

    @Nested
    @SpringBootTest(
            webEnvironment = WebEnvironment.RANDOM_PORT,
            properties = {
                "gateway.atlan.base-url=https://acme.atlan.com",
                "gateway.atlan.api-key=not-used",
                "db-scheduler.enabled=false",
                "gateway.access.mode=open"
            })
    @MockitoBean(types = {RestoreAssets.class, Archive.class, Tenant.class, Pause.class})
    class Open extends Called {

        @ParameterizedTest
        @ValueSource(strings = {"Bearer whatever", "Basic dXNlcjpwYXNz", "nonsense"})
        void anybodyMayCallWhateverTheySend(String authorization) {
            assertThat(get("/api/v1/archived-assets?limit=0").statusCode()).isEqualTo(400);
            assertThat(get("/api/v1/archived-assets?limit=0", "Authorization", authorization)
                            .statusCode())
                    .isEqualTo(400);
            assertThat(get("/actuator/prometheus").statusCode()).isEqualTo(200);
        }
    }
}
