package io.restoregateway.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * A key as operators write it down.
 *
 * @param name who sends it, 1 to 64 letters, digits and {@code . _ @ -}; two keys of one name let a caller change over
 * @param hash what the command {@code new-api-key} or {@code hash-api-key} has printed
 * @param roles what the caller may do
 * @param expires when the key ends, such as {@code 2027-01-31T00:00:00Z}; left out for never
 * @param addresses where it may be sent from, such as {@code 10.0.0.0/8}; left out for anywhere
 */
record KeySettings(
        @Nullable String name,
        @Nullable String hash,
        @DefaultValue Set<Role> roles,
        @Nullable Instant expires,
        @Nullable List<String> addresses) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

    private static final Set<String> TAKEN = Set.of(AccessProperties.SHORT_FORM, Caller.NOBODY);

    /**
     * The key.
     *
     * @param setting where it stands
     * @throws IllegalArgumentException when something is wrong with it, which is said in a sentence
     */
    AccessKey key(String setting) {
        if (name == null || !NAME.matcher(name).matches() || TAKEN.contains(name)) {
            throw new IllegalArgumentException(
                    "%s.name is %s: set it to 1 to 64 letters, digits and . _ @ -, other than %s"
                            .formatted(
                                    setting,
                                    name == null ? "not set" : '"' + name + '"',
                                    String.join(" and ", sorted())));
        }
        if (hash == null || !KeyHash.isWellFormed(hash)) {
            throw new IllegalArgumentException(
                    "%s.hash (%s) is not a hash of a key: set it to what \"java -jar restore-gateway.jar new-api-key\" prints"
                            .formatted(setting, name));
        }
        if (roles.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s.roles (%s) is empty: set it to viewer, restorer, approver or admin, or to several of them"
                            .formatted(setting, name));
        }
        return new AccessKey(name, KeyHash.parse(hash), Set.copyOf(roles), expires, ranges(setting + ".addresses"));
    }

    private static List<String> sorted() {
        return TAKEN.stream().sorted().toList();
    }

    private List<IpAddressMatcher> ranges(String setting) {
        if (addresses == null) {
            return List.of();
        }
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s (%s) is empty: name at least one address or range, or leave it out for anywhere"
                            .formatted(setting, name));
        }
        List<IpAddressMatcher> ranges = new ArrayList<>();
        for (String address : addresses) {
            try {
                ranges.add(new IpAddressMatcher(address.strip()));
            } catch (IllegalArgumentException malformed) {
                throw new IllegalArgumentException(
                        "%s (%s) has \"%s\": set it to addresses and ranges such as 10.0.0.0/8 or 2001:db8::/32"
                                .formatted(setting, name, address),
                        malformed);
            }
        }
        return ranges;
    }

    @Override
    public String toString() {
        return "KeySettings[name=" + name + ", hash=***, roles=" + roles + "]";
    }
}
