package io.restoregateway.restore;

import io.restoregateway.restore.CatalogEntry.Absent;
import io.restoregateway.restore.CatalogEntry.Active;
import io.restoregateway.restore.CatalogEntry.Archived;
import io.restoregateway.restore.CatalogEntry.Withheld;
import io.restoregateway.restore.Refusal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides from the store, and from one search, which claims of a request may be restored. */
final class Verifier {

    /** Archiving is asynchronous: an asset changed within this time may still read active. */
    private static final Duration YOUNG = Duration.ofSeconds(30);

    private static final Duration SECOND_LOOK = Duration.ofSeconds(2);

    private final InstantSource clock;

    private final Pause pause;

    private final RestoreOptions options;

    private final RestoreSettings settings;

    private final Elsewhere elsewhere;

    Verifier(RestoreAssets.Means means, RestoreOptions options, Elsewhere elsewhere) {
        this.clock = means.clock();
        this.pause = means.pause();
        this.settings = means.settings();
        this.options = options;
        this.elsewhere = elsewhere;
    }

    /**
     * Verifies claims of one request.
     *
     * @param companions other assets of the same request that were verified before
     * @param known surroundings searched just before, where there are some
     * @return a verdict for each guid, in the order of the claims
     * @throws CatalogException when store or search give no answer
     */
    Map<Guid, Verification> verify(
            Catalog catalog, List<AssetClaim> claims, Set<Guid> companions, @Nullable Surroundings known) {
        Map<Guid, Verification> verdicts = new HashMap<>();
        List<Candidate> candidates = new ArrayList<>();
        Reading reading = read(catalog, claims.stream().map(AssetClaim::guid).toList());
        for (AssetClaim claim : claims) {
            switch (reading.of(claim.guid())) {
                case Absent absent -> verdicts.put(claim.guid(), new Verification.Refused(notFound(absent)));
                case Withheld withheld -> verdicts.put(claim.guid(), new Verification.Refused(forbidden(withheld)));
                case Active active -> verdicts.put(claim.guid(), active(claim, active.asset()));
                case Archived archived ->
                    ClaimCheck.refusal(claim, archived.asset())
                            .or(() -> ClaimCheck.changed(claim, archived.asset()))
                            .ifPresentOrElse(
                                    refusal -> verdicts.put(claim.guid(), new Verification.Refused(refusal)),
                                    () -> candidates.add(new Candidate(claim, archived.asset())));
            }
        }
        Surroundings surroundings = surroundings(catalog, candidates, known);
        NeighbourRules rules =
                new NeighbourRules(surroundings, options, settings, elsewhere, companions, verdicts.keySet());
        verdicts.putAll(judge(candidates, surroundings, rules, reading.at()));
        Map<Guid, Verification> inOrder = new LinkedHashMap<>();
        claims.forEach(claim -> inOrder.put(claim.guid(), Objects.requireNonNull(verdicts.get(claim.guid()))));
        return inOrder;
    }

    /** Tells of one asset, of which nothing is claimed, what is stored and what a restore would say. */
    Inspection inspect(Catalog catalog, Guid guid) {
        Reading reading = read(catalog, List.of(guid));
        return switch (reading.of(guid)) {
            case Absent absent -> new Inspection(null, new Verification.Refused(notFound(absent)));
            case Withheld withheld -> new Inspection(null, new Verification.Refused(forbidden(withheld)));
            case Active active -> new Inspection(active.asset(), new Verification.AlreadyActive(active.asset()));
            case Archived archived -> {
                Candidate candidate =
                        new Candidate(AssetClaim.of(archived.asset().identity()), archived.asset());
                List<Candidate> candidates = List.of(candidate);
                Map<Guid, Verification> verdicts = inspected(catalog, candidates, reading.at());
                yield new Inspection(archived.asset(), Objects.requireNonNull(verdicts.get(guid)));
            }
        };
    }

    /** Reads the store; an asset that is active and was changed just now is looked at once more. */
    private Reading read(Catalog catalog, List<Guid> guids) {
        Instant at = clock.instant();
        Map<Guid, CatalogEntry> entries = new LinkedHashMap<>(catalog.find(guids, true));
        List<Guid> young = guids.stream()
                .filter(guid -> entries.get(guid) instanceof Active active
                        && active.asset().updatedAt().isAfter(at.minus(YOUNG)))
                .toList();
        if (!young.isEmpty()) {
            pause.of(SECOND_LOOK);
            entries.putAll(catalog.find(young, true));
        }
        return new Reading(entries, at);
    }

    private static Surroundings surroundings(
            Catalog catalog, List<Candidate> candidates, @Nullable Surroundings known) {
        List<StoredAsset> assets = candidates.stream().map(Candidate::stored).toList();
        return known != null && known.cover(assets) ? known : Surroundings.of(catalog, assets);
    }

    private Map<Guid, Verification> inspected(Catalog catalog, List<Candidate> candidates, Instant at) {
        Surroundings surroundings = surroundings(catalog, candidates, null);
        return judge(
                candidates,
                surroundings,
                new NeighbourRules(surroundings, options, settings, elsewhere, Set.of(), Set.of()),
                at);
    }

    private static Map<Guid, Verification> judge(
            List<Candidate> candidates, Surroundings surroundings, NeighbourRules rules, Instant at) {
        Map<Guid, Refusal> refusals = rules.refusals(candidates);
        Map<Guid, Verification> verdicts = new HashMap<>();
        for (Candidate candidate : candidates) {
            Refusal refusal = refusals.get(candidate.guid());
            verdicts.put(
                    candidate.guid(),
                    refusal != null ? new Verification.Refused(refusal) : verified(candidate, rules, surroundings, at));
        }
        return verdicts;
    }

    private static Verification verified(
            Candidate candidate, NeighbourRules rules, Surroundings surroundings, Instant at) {
        StoredAsset stored = candidate.stored();
        AssetClaim claim = candidate.claim();
        Map<String, Object> values =
                RestorableValues.of(stored, claim.administrators().given());
        return new Verification.Verified(
                new RestorableAsset(stored, values, at),
                rules.brings(candidate),
                rules.archivedParents(candidate),
                Warnings.of(stored, claim, surroundings));
    }

    private static Verification active(AssetClaim claim, StoredAsset stored) {
        return ClaimCheck.refusal(claim, stored)
                .<Verification>map(Verification.Refused::new)
                .orElseGet(() -> new Verification.AlreadyActive(stored));
    }

    static Refusal notFound(Absent absent) {
        return new Refusal(
                Reason.ASSET_NOT_FOUND,
                "The catalog has no asset with guid " + absent.guid() + ".",
                List.of(),
                List.of(),
                absent.word());
    }

    static Refusal forbidden(Withheld withheld) {
        return new Refusal(
                Reason.FORBIDDEN_BY_ATLAN,
                "Atlan does not let the gateway read the asset " + withheld.guid() + ".",
                List.of(),
                List.of(),
                withheld.word());
    }

    /** What the store said, and when it was asked. */
    private record Reading(Map<Guid, CatalogEntry> entries, Instant at) {

        CatalogEntry of(Guid guid) {
            CatalogEntry entry = entries.get(guid);
            if (entry == null) {
                throw new IllegalStateException("The catalog left out " + guid);
            }
            return entry;
        }
    }
}
