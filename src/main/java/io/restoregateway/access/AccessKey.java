package io.restoregateway.access;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * A key that callers may send.
 *
 * @param name who sends it; stands in the audit
 * @param expires when it ends; null for never
 * @param addresses where it may be sent from; none for anywhere
 */
record AccessKey(
        String name,
        KeyHash hash,
        Set<Role> roles,
        @Nullable Instant expires,
        List<IpAddressMatcher> addresses) {

    /** A key for everything, from anywhere, without an end. */
    static AccessKey forEverything(String name, String key) {
        return new AccessKey(name, KeyHash.of(key), EnumSet.of(Role.ADMIN), null, List.of());
    }

    boolean isExpired(Instant now) {
        return expires != null && !now.isBefore(expires);
    }

    boolean isAllowedFrom(String address) {
        return addresses.isEmpty() || addresses.stream().anyMatch(range -> range.matches(address));
    }
}
