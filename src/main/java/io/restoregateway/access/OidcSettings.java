package io.restoregateway.access;

import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How callers' tokens are judged.
 *
 * @param issuer the identity provider's issuer, exactly as its tokens name it; its keys are found from there
 * @param audience what tokens for this gateway name as their audience
 * @param nameClaim the claim that says who calls; it must be one that nobody can change for themselves
 * @param rolesClaim the claim that says what the caller may do, a list or words with blanks between; dots lead into objects
 * @param roleNames what each role is called in that claim, where it is not called viewer, restorer, approver or admin
 */
record OidcSettings(
        @Nullable URI issuer,
        @Nullable String audience,
        @DefaultValue("sub") String nameClaim,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue RoleNames roleNames) {

    private static final String SETTING = "gateway.access.oidc.";

    /**
     * Makes sure that tokens can be judged.
     *
     * @throws IllegalArgumentException when they cannot, saying why in a sentence
     */
    void require() {
        if (issuer == null || issuer.toString().isBlank()) {
            throw new IllegalArgumentException(
                    SETTING
                            + "issuer is not set: set it to your identity provider's issuer, for example https://login.example.com");
        }
        if (issuer.getHost() == null || !isSafe(issuer)) {
            throw new IllegalArgumentException(
                    SETTING + "issuer is not an https URL: set it to your identity provider's issuer, for example"
                            + " https://login.example.com");
        }
        if (audience == null || audience.isBlank()) {
            throw new IllegalArgumentException(SETTING
                    + "audience is not set: set it to what tokens for this gateway name as their audience (aud)");
        }
    }

    /** The roles that such words in a token mean. */
    Set<Role> roles(List<String> words) {
        return Arrays.stream(Role.values())
                .filter(role -> words.stream().anyMatch(namesOf(role)::contains))
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<String> namesOf(Role role) {
        return switch (role) {
            case VIEWER -> roleNames.viewer();
            case RESTORER -> roleNames.restorer();
            case APPROVER -> roleNames.approver();
            case ADMIN -> roleNames.admin();
        };
    }

    /**
     * What the identity provider calls the roles; several names for one are fine.
     *
     * @param viewer who may look
     * @param restorer who may restore
     * @param approver who may confirm and undo
     * @param admin who may do everything
     */
    record RoleNames(
            @DefaultValue("viewer") List<String> viewer,
            @DefaultValue("restorer") List<String> restorer,
            @DefaultValue("approver") List<String> approver,
            @DefaultValue("admin") List<String> admin) {}

    private static boolean isSafe(URI issuer) {
        return "https".equalsIgnoreCase(issuer.getScheme())
                || ("http".equalsIgnoreCase(issuer.getScheme()) && isThisMachine(issuer.getHost()));
    }

    private static boolean isThisMachine(String host) {
        try {
            return "localhost".equals(host)
                    || InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
        } catch (IllegalArgumentException name) {
            return false;
        }
    }
}
