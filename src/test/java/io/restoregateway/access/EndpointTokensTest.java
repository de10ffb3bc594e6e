package io.restoregateway.access;

import com.nimbusds.jwt.JWTClaimsSet;
import io.restoregateway.TestPorts;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Every endpoint, tried with really signed tokens of every role, and with those that let nobody in. */
@ActiveProfiles("sandbox")
@SpringBootTest(
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {
            "gateway.access.mode=oidc",
            "gateway.access.oidc.audience=restore-gateway",
            "gateway.access.requests-per-second=10000",
            "gateway.atlan.calls-per-minute=100000",
            "gateway.sandbox.calls-per-minute=1000000",
            "logging.level.root=ERROR"
        })
class EndpointTokensTest {

    private static final LocalIssuer ISSUER = new LocalIssuer();

    private static final int PORT = TestPorts.free();

    private static String job;

    private final Calls calls = new Calls(PORT);

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("server.port", () -> PORT);
        registry.add("gateway.access.oidc.issuer", ISSUER::url);
    }

    @BeforeEach
    void oneJobForAll() {
        if (job == null) {
            job = new OrderedJobs(calls, "Authorization", bearer("admin")).complete();
        }
    }

    @AfterAll
    static void stop() {
        ISSUER.close();
    }

    private static String bearer(String caller) {
        return bearer(caller, claims -> claims);
    }

    private static String bearer(String caller, UnaryOperator<JWTClaimsSet.Builder> change) {
        String[] roles = CallRow.CALLERS.get(caller).split(",", -1);
        return "Bearer " + ISSUER.sign(change.apply(ISSUER.claims(caller, roles)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "restorer", "approver", "admin", "both"})
    void everyRoleMayWhatItMayAndNothingElse(String caller) {
        CallRow.tryAll(calls, job, caller, "Authorization", bearer(caller));
    }

    @Test
    void nobodyUnknownGetsBehindWhatIsOpen() {
        Date over = Date.from(Instant.now().minusSeconds(120));
        CallRow.tryAllInVain(calls, job);
        CallRow.tryAllInVain(calls, job, "Authorization", bearer("admin", claims -> claims.expirationTime(over)));
        CallRow.tryAllInVain(calls, job, "Authorization", bearer("admin", claims -> claims.audience("another")));
        CallRow.tryAllInVain(calls, job, "Authorization", "Bearer " + ISSUER.forge(ISSUER.claims("jane", "admin")));
    }
}
