package io.restoregateway.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every key that callers may send. */
record AccessKeys(List<AccessKey> all) {

    AccessKeys {
        all = List.copyOf(all);
    }

    /** What a key that was sent is worth. */
    sealed interface Verdict {

        /** It lets its caller in. */
        record Accepted(AccessKey key) implements Verdict {}

        /** It is nobody's. */
        record Unknown() implements Verdict {}

        /** Its time is over. */
        record Expired(String name) implements Verdict {}

        /** It may not be sent from there. */
        record Elsewhere(String name) implements Verdict {}
    }

    /** Compares with every key, each in constant time, so that how long it takes tells nothing. */
    Verdict judge(String sent, String address, Instant now) {
        KeyHash hash = KeyHash.of(sent);
        @Nullable AccessKey found = null;
        for (AccessKey key : all) {
            found = key.hash().matches(hash) ? key : found;
        }
        if (found == null) {
            return new Verdict.Unknown();
        }
        if (found.isExpired(now)) {
            return new Verdict.Expired(found.name());
        }
        return found.isAllowedFrom(address) ? new Verdict.Accepted(found) : new Verdict.Elsewhere(found.name());
    }
}
