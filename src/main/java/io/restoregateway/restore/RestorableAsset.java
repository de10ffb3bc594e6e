package io.restoregateway.restore;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The proof that guid, type and qualifiedName were read together on an archived asset, and when; it ages. Only a
 * verification makes one, and only such a proof can be sent.
 */
public final class RestorableAsset {

    /** How long what was read holds. */
    static final Duration FRESH = Duration.ofSeconds(10);

    private final StoredAsset stored;

    private final Map<String, Object> values;

    private final Instant verifiedAt;

    RestorableAsset(StoredAsset stored, Map<String, Object> values, Instant verifiedAt) {
        this.stored = Objects.requireNonNull(stored);
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        this.verifiedAt = Objects.requireNonNull(verifiedAt);
    }

    /** The asset's three keys, as stored. */
    public AssetIdentity identity() {
        return stored.identity();
    }

    /** The asset's identifier. */
    public Guid guid() {
        return stored.guid();
    }

    /**
     * The attributes to send: the stored qualifiedName and name, what the type makes mandatory, and for a connection with
     * administrators to add the lists that grow. Texts, lists of texts, plain JSON values or {@link AssetReference}s.
     */
    public Map<String, Object> values() {
        return values;
    }

    /** The asset as it was when verified. */
    public StoredAsset stored() {
        return stored;
    }

    /** The latest time at which it may be sent; after that the verification must be made again. */
    public Instant staleAfter() {
        return verifiedAt.plus(FRESH);
    }

    /** Whether restoring these brings it along without its being sent, as a glossary does with its terms. */
    boolean comesWith(Set<Guid> sent) {
        return values.get("anchor") instanceof AssetReference glossary && sent.contains(glossary.guid());
    }

    /** Whether an answer's header, which shows only qualifiedName and name, can vouch for all that is sent. */
    boolean sendsOnlyItsNames() {
        return values.size() == 2;
    }

    @Override
    public String toString() {
        return "RestorableAsset[" + stored.identity() + "]";
    }
}
