package io.restoregateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.nimbusds.jwt.JWTClaimsSet;
import io.restoregateway.archive.Archive;
import io.restoregateway.audit.AuditEvents;
import io.restoregateway.jobs.RestoreJobs;
import io.restoregateway.jobs.Transition;
import io.restoregateway.restore.Pause;
import io.restoregateway.restore.RestoreAssets;
import io.restoregateway.restore.Tenant;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Callers with tokens that an identity provider has really signed, and with others. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "gateway.atlan.base-url=https://acme.atlan.com",
            "gateway.atlan.api-key=not-used",
            "db-scheduler.enabled=false",
            "gateway.access.mode=oidc",
            "gateway.access.oidc.audience=restore-gateway",
            "gateway.access.oidc.role-names.approver=approver,catalog-owners",
            "GATEWAY_API_KEY=no-key-counts-here",
            "gateway.access.requests-per-second=1000",
            "logging.level.io.restoregateway=TRACE",
            "logging.level.org.springframework.security=TRACE",
            "logging.level.org.springframework.web=TRACE"
        })
@MockitoBean(types = {RestoreAssets.class, Archive.class, AuditEvents.class, Tenant.class, Pause.class})
class TokenAccessTest {

    private static final LocalIssuer ISSUER = new LocalIssuer();

    private static final String SEARCH = "/api/v1/archived-assets?limit=0";

    private static final UUID JOB = UUID.fromString("0d5c7b1a-6d2e-4d1e-8a53-6d3a5f3c0f55");

    @MockitoBean
    private RestoreJobs jobs;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry registry) {
        registry.add("GATEWAY_OIDC_ISSUER", ISSUER::url);
    }

    @BeforeEach
    void noJobs() {
        when(jobs.pause(any(), any())).thenReturn(new Transition.Unknown());
    }

    @AfterEach
    void back() {
        ISSUER.away(false);
    }

    @AfterAll
    static void stop() {
        ISSUER.close();
    }

    private HttpResponse<String> search(String token) {
        return new Calls(port).get(SEARCH, "Authorization", "Bearer " + token);
    }

    private int pause(String token) {
        return new Calls(port)
                .send(HttpMethod.POST, "/api/v1/restore-jobs/" + JOB + "/pause", "Authorization", "Bearer " + token)
                .statusCode();
    }

    @ParameterizedTest
    @CsvSource({
        "viewer, 400, 403",
        "restorer, 400, 404",
        "catalog-owners, 400, 404",
        "admin, 400, 404",
        "Viewer, 403, 403",
        "something-else, 403, 403"
    })
    void aTokenGivesTheRolesThatItNames(String role, int search, int pause) {
        String token = ISSUER.sign(ISSUER.claims("jane", role));

        assertThat(search(token).statusCode()).isEqualTo(search);
        assertThat(pause(token)).isEqualTo(pause);
    }

    static Stream<Arguments> useless() {
        return Stream.of(
                wrong(
                        "expired",
                        claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120)))),
                wrong(
                        "not valid yet",
                        claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(120)))),
                wrong("for somebody else", claims -> claims.audience("another-service")),
                wrong("without an end", claims -> claims.expirationTime(null)),
                wrong("of too long a name", claims -> claims.subject("a".repeat(201))),
                wrong("of a name with a line of its own", claims -> claims.subject("jane\u2028root")),
                wrong("for nobody", claims -> claims.audience((String) null)),
                wrong("of another issuer", claims -> claims.issuer("http://localhost:1")),
                wrong("of nobody", claims -> claims.subject(null)),
                wrong("of a name that cannot be written", claims -> claims.subject("jane\nroot")),
                Arguments.of("forged", ISSUER.forge(ISSUER.claims("jane", "admin"))),
                Arguments.of("confused", ISSUER.confuse(ISSUER.claims("jane", "admin"))),
                Arguments.of("unsigned", LocalIssuer.unsigned(ISSUER.claims("jane", "admin"))),
                Arguments.of("none", "not.a.token"),
                Arguments.of("empty", ""),
                Arguments.of("the key", "no-key-counts-here"));
    }

    private static Arguments wrong(String what, UnaryOperator<JWTClaimsSet.Builder> change) {
        return Arguments.of(what, ISSUER.sign(change.apply(ISSUER.claims("jane", "admin"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("useless")
    void aTokenThatDoesNotHoldIsNone(String what, String token) {
        HttpResponse<String> without = new Calls(port).get(SEARCH, "X-Request-Id", "same");
        HttpResponse<String> with =
                new Calls(port).get(SEARCH, "X-Request-Id", "same", "Authorization", "Bearer " + token);

        assertThat(with.statusCode()).as(what).isEqualTo(401);
        assertThat(with.body()).isEqualTo(without.body());
        assertThat(with.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"restore-gateway\"");
    }

    @Test
    void aKeyInAHeaderOfItsOwnIsNone() {
        assertThat(new Calls(port)
                        .get(SEARCH, "X-API-Key", "no-key-counts-here")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void whoOrdersIsCalledAsTheTokenSays() {
        assertThat(pause(ISSUER.sign(ISSUER.claims("jane", "restorer")))).isEqualTo(404);

        verify(jobs).pause(any(), eq("jane"));
    }

    @Test
    void aNewKeyOfTheIssuerCounts() {
        String before = ISSUER.sign(ISSUER.claims("jane", "viewer"));
        ISSUER.rotate();

        assertThat(search(ISSUER.sign(ISSUER.claims("jane", "viewer"))).statusCode())
                .isEqualTo(400);
        assertThat(search(before).statusCode()).isEqualTo(400);
    }

    @Test
    void noTokenReachesTheLog(CapturedOutput output) {
        String good = ISSUER.sign(ISSUER.claims("jane", "viewer"));
        String bad = ISSUER.forge(ISSUER.claims("jane", "viewer"));
        String over = ISSUER.sign(ISSUER.claims("jane", "viewer")
                .expirationTime(Date.from(Instant.now().minusSeconds(120))));
        String malformed = good + "x!";
        for (String token : List.of(good, bad, over, malformed)) {
            assertThat(search(token).body()).doesNotContain(token);
        }

        assertThat(output.getAll()).isNotEmpty();
        for (String token : List.of(good, bad, over, malformed)) {
            for (String part : token.split("\\.", -1)) {
                // Its header is everybody's, and names the key only.
                if (!good.startsWith(part)) {
                    assertThat(output.getAll()).doesNotContain(part);
                }
            }
        }
    }

    @Test
    void rolesMayStandAsWordsButOnlyInTheirClaim() {
        JWTClaimsSet.Builder keycloak = ISSUER.claims("jane")
                .claim("roles", null)
                .claim("realm_access", Map.of("roles", List.of("viewer", "other")));
        JWTClaimsSet.Builder words = ISSUER.claims("jane").claim("roles", "other viewer");

        assertThat(search(ISSUER.sign(keycloak)).statusCode()).isEqualTo(403);
        assertThat(search(ISSUER.sign(words)).statusCode()).isEqualTo(400);
    }
}
