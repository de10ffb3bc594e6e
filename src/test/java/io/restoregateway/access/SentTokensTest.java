package io.restoregateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

class SentTokensTest {

    private final LocalIssuer issuer = new LocalIssuer();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private Duration later = Duration.ZERO;

    private final InstantSource clock = () -> Instant.now().plus(later);

    @AfterEach
    void stop() {
        issuer.close();
    }

    private SentTokens judging(String nameClaim, String rolesClaim) {
        OidcSettings settings = new OidcSettings(
                URI.create(issuer.url()),
                "restore-gateway",
                nameClaim,
                rolesClaim,
                Settings.anyOidc().roleNames());
        return SentTokens.of(settings, clock.withZone(ZoneOffset.UTC), new Refusals(meters));
    }

    private Authentication judged(SentTokens tokens, JWTClaimsSet.Builder claims) {
        return tokens.authenticate(new BearerTokenAuthenticationToken(issuer.sign(claims)));
    }

    @Test
    void rolesMayStandInAnObject() {
        JWTClaimsSet.Builder claims =
                issuer.claims("jane").claim("realm_access", Map.of("roles", List.of("viewer", "approver", "x")));

        Authentication caller = judged(judging("sub", "realm_access.roles"), claims);

        assertThat(Role.among(caller.getAuthorities())).isEqualTo(Set.of(Role.VIEWER, Role.APPROVER));
    }

    @Test
    void aClaimWithDotsInItsNameIsFoundToo() {
        JWTClaimsSet.Builder claims = issuer.claims("jane").claim("https://example.com/roles", List.of("admin"));

        Authentication caller = judged(judging("sub", "https://example.com/roles"), claims);

        assertThat(Role.among(caller.getAuthorities())).isEqualTo(Set.of(Role.ADMIN));
    }

    @Test
    void theNameMayStandInAnotherClaim() {
        JWTClaimsSet.Builder claims = issuer.claims("4711", "viewer").claim("preferred_username", "jane");

        assertThat(judged(judging("preferred_username", "roles"), claims).getName())
                .isEqualTo("jane");
    }

    @Test
    void forgedTokensDoNotHaveTheIssuerAskedWithoutEnd() {
        SentTokens tokens = judging("sub", "roles");
        for (int i = 0; i < 100; i++) {
            String forged = issuer.forge(issuer.claims("jane", "viewer"), "key-" + i);
            assertThatThrownBy(() -> tokens.authenticate(new BearerTokenAuthenticationToken(forged)))
                    .isInstanceOf(BadCredentialsException.class);
        }

        assertThat(issuer.asked()).isBetween(2, 15);
        assertThat(judged(tokens, issuer.claims("jane", "viewer")).getName()).isEqualTo("jane");
    }

    @Test
    void anIssuerThatIsAwayIsNoReasonToDoubtTheCaller() {
        SentTokens tokens = judging("sub", "roles");
        issuer.away(true);

        assertThatThrownBy(() -> judged(tokens, issuer.claims("jane", "viewer")))
                .isInstanceOf(AuthenticationServiceException.class);
        assertThat(meters.get("restore.gateway.access.refusals")
                        .tag("reason", "provider")
                        .counter()
                        .count())
                .isEqualTo(1);

        issuer.away(false);
        assertThat(judged(tokens, issuer.claims("jane", "viewer")).getName()).isEqualTo("jane");
    }

    @Test
    void tokensCountAgainSoonAfterTheIssuerIsBackHoweverManyCameMeanwhile() {
        SentTokens tokens = judging("sub", "roles");
        issuer.away(true);
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> judged(tokens, issuer.claims("jane", "viewer")))
                    .isInstanceOf(AuthenticationServiceException.class);
        }

        issuer.away(false);
        later = Duration.ofSeconds(11);
        assertThat(judged(tokens, issuer.claims("jane", "viewer")).getName()).isEqualTo("jane");
    }

    @ParameterizedTest
    @CsvSource({"JWT, true", "at+jwt, true", "logout+jwt, false", "secevent+jwt, false"})
    void whatIsSignedForAnotherPurposeIsNoToken(String type, boolean good) {
        SentTokens tokens = judging("sub", "roles");
        BearerTokenAuthenticationToken sent =
                new BearerTokenAuthenticationToken(issuer.sign(issuer.claims("jane", "viewer"), type));

        assertThatCode(() -> tokens.authenticate(sent))
                .satisfies(thrown -> assertThat(thrown == null).isEqualTo(good));
    }
}
