package io.restoregateway.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.web.client.RestTemplate;

/** Tells callers apart by the tokens (JWT) that an identity provider gave them. */
final class SentTokens implements AuthenticationManager {

    private static final Logger LOG = LoggerFactory.getLogger(SentTokens.class);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int LONGEST_NAME = 200;

    private static final Pattern NAME = Pattern.compile("[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]+");

    private final JwtDecoder decoder;

    private final OidcSettings settings;

    private final Refusals refusals;

    SentTokens(JwtDecoder decoder, OidcSettings settings, Refusals refusals) {
        this.decoder = decoder;
        this.settings = settings;
        this.refusals = refusals;
    }

    /** Judges by the issuer's keys, which are asked for when the first token comes. */
    static SentTokens of(OidcSettings settings, Clock clock, Refusals refusals) {
        RestTemplate provider = provider(clock);
        return new SentTokens(new SupplierJwtDecoder(() -> decoder(settings, provider, clock)), settings, refusals);
    }

    private static RestTemplate provider(Clock clock) {
        SimpleClientHttpRequestFactory http = new SimpleClientHttpRequestFactory();
        http.setConnectTimeout(PATIENCE);
        http.setReadTimeout(PATIENCE);
        RestTemplate provider = new RestTemplate(http);
        provider.getInterceptors().add(new SparedProvider(clock));
        return provider;
    }

    private static JwtDecoder decoder(OidcSettings settings, RestTemplate provider, Clock clock) {
        String issuer = String.valueOf(settings.issuer());
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(issuer)
                .restOperations(provider)
                .build();
        JwtTimestampValidator time = new JwtTimestampValidator();
        time.setClock(clock);
        time.setAllowEmptyExpiryClaim(false);
        JwtTypeValidator type = new JwtTypeValidator("JWT", "at+jwt", "application/at+jwt");
        type.setAllowEmpty(true);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                type,
                time,
                new JwtIssuerValidator(issuer),
                new JwtAudienceValidator(String.valueOf(settings.audience()))));
        return decoder;
    }

    /** The token that a request carries, or null when it carries none. */
    static @Nullable Authentication of(HttpServletRequest request) {
        String token = SentKeys.bearer(request);
        return token == null ? null : new BearerTokenAuthenticationToken(token.isEmpty() ? "-" : token);
    }

    @Override
    public Authentication authenticate(Authentication sent) {
        Jwt token = decode(((BearerTokenAuthenticationToken) sent).getToken());
        if (!(claim(token, settings.nameClaim()) instanceof String name)
                || name.length() > LONGEST_NAME
                || !NAME.matcher(name).matches()) {
            LOG.warn("A token has no {} that could be a name", settings.nameClaim());
            throw refused();
        }
        return new KnownCaller(name, settings.roles(words(claim(token, settings.rolesClaim()))));
    }

    private Jwt decode(String token) {
        try {
            return decoder.decode(token);
        } catch (BadJwtException bad) {
            LOG.debug("A token was refused", bad);
            throw refused();
        } catch (RuntimeException away) {
            refusals.count(Refusals.Reason.PROVIDER);
            LOG.warn(
                    "The identity provider {} cannot be asked: {}",
                    settings.issuer(),
                    NestedExceptionUtils.getMostSpecificCause(away).getMessage());
            throw new AuthenticationServiceException("The identity provider cannot be asked", away);
        }
    }

    private BadCredentialsException refused() {
        refusals.count(Refusals.Reason.UNKNOWN);
        return new BadCredentialsException("not a token that lets anybody in");
    }

    /** The claim of that very name, or else what dots lead to. */
    private static @Nullable Object claim(Jwt token, String name) {
        if (token.hasClaim(name)) {
            return token.getClaim(name);
        }
        Object value = token.getClaims();
        for (String step : name.split("\\.", -1)) {
            value = value instanceof Map<?, ?> object ? object.get(step) : null;
        }
        return value;
    }

    private static List<String> words(@Nullable Object claim) {
        return switch (claim) {
            case String text -> Arrays.asList(text.split(" ", -1));
            case List<?> list ->
                list.stream().filter(Objects::nonNull).map(String::valueOf).toList();
            case null, default -> List.of();
        };
    }
}
