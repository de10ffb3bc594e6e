package io.restoregateway.restore;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * The proof that an asset was read active and just as a job's restore had left it, and when; it ages. Only a verification
 * makes one, and only such a proof can be sent.
 */
public final class ArchivableAsset {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final StoredAsset stored;

    private final Set<Guid> takes;

    private final Instant verifiedAt;

    /** @param takes assets outside the request that the same job restored, and that may be archived along with it */
    ArchivableAsset(StoredAsset stored, Set<Guid> takes, Instant verifiedAt) {
        this.stored = Objects.requireNonNull(stored);
        this.takes = Set.copyOf(takes);
        this.verifiedAt = Objects.requireNonNull(verifiedAt);
    }

    /** The asset's identifier. */
    public Guid guid() {
        return stored.guid();
    }

    /** The asset as it was when verified. */
    public StoredAsset stored() {
        return stored;
    }

    /** The latest time at which it may be sent; after that the verification must be made again. */
    public Instant staleAfter() {
        return verifiedAt.plus(FRESH);
    }

    Set<Guid> takes() {
        return takes;
    }

    @Override
    public String toString() {
        return "ArchivableAsset[" + stored.identity() + "]";
    }
}
