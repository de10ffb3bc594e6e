package io.restoregateway.access;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings of access for tests. */
final class Settings {

    private Settings() {}

    static AccessProperties of(AccessProperties.@Nullable Mode mode, @Nullable String key) {
        return new AccessProperties(mode, key, List.of(), Duration.ofSeconds(10), anyOidc(), false, 100);
    }

    static AccessProperties withKey(String key) {
        return of(null, key);
    }

    static AccessProperties withKeys(KeySettings... keys) {
        return new AccessProperties(null, null, List.of(keys), Duration.ofSeconds(10), anyOidc(), false, 100);
    }

    static OidcSettings anyOidc() {
        return new OidcSettings(null, null, "sub", "roles", roleNames());
    }

    private static OidcSettings.RoleNames roleNames() {
        return new OidcSettings.RoleNames(
                List.of("viewer"), List.of("restorer"), List.of("approver"), List.of("admin"));
    }
}
