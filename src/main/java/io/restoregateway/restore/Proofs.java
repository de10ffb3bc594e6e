package io.restoregateway.restore;

import io.restoregateway.restore.CatalogException.Trouble;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The proofs of a request's assets: made before anything is sent, and made again when they are too old to be sent. */
final class Proofs {

    /** How often a verification that is stale as soon as it is made is made again. */
    static final int MOST_VERIFICATIONS = 2;

    private static final String TOO_SLOW = "Atlan answers too slowly for a verification to hold until the write";

    private final Catalog catalog;

    private final Ledger ledger;

    private final Verifier verifier;

    private final InstantSource clock;

    Proofs(Catalog catalog, Ledger ledger, Verifier verifier, InstantSource clock) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.verifier = verifier;
        this.clock = clock;
    }

    /**
     * Verifies assets.
     *
     * @param known surroundings searched just before, where there are some
     * @throws CatalogException when the catalog could not be asked
     */
    void make(Collection<Guid> guids, @Nullable Surroundings known) {
        verifier.verify(catalog, ledger.claims(guids), ledger.companionsOf(guids), known)
                .forEach(ledger::verdict);
    }

    /**
     * Verifies again until nothing is stale that is still to be sent.
     *
     * @throws CatalogException when the catalog could not be asked, or is too slow: on its word nothing is sent
     */
    void refresh(Collection<Guid> guids) {
        for (int attempt = 0; isStale(guids); attempt++) {
            if (attempt == MOST_VERIFICATIONS) {
                throw tooSlow();
            }
            make(toSend(guids), null);
        }
    }

    private boolean isStale(Collection<Guid> guids) {
        Instant now = clock.instant();
        return ledger.toSend(guids).stream().anyMatch(asset -> now.isAfter(asset.staleAfter()));
    }

    private List<Guid> toSend(Collection<Guid> guids) {
        return ledger.toSend(guids).stream().map(RestorableAsset::guid).toList();
    }

    static CatalogException tooSlow() {
        return new CatalogException(Trouble.UNAVAILABLE, TOO_SLOW, null, null);
    }
}
