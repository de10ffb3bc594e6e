package io.restoregateway.restore;

import io.restoregateway.restore.RestoreOutcome.NotAttempted;
import io.restoregateway.restore.RestoreOutcome.Unconfirmed;
import io.restoregateway.restore.Verification.Verified;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where each asset of a request stands: verified, under way, or settled by its one outcome. */
final class Ledger {

    private final Map<Guid, AssetClaim> claims;

    /** The latest proof of each asset that may be, or was, restored. */
    private final Map<Guid, Verified> verified = new LinkedHashMap<>();

    /** Assets that a write may have changed; they get their outcome when they were read back. */
    private final Set<Guid> underWay = new LinkedHashSet<>();

    private final Set<Guid> unanswered = new HashSet<>();

    private final Map<Guid, RestoreOutcome> outcomes = new HashMap<>();

    private final Evidence evidence = new Evidence();

    Ledger(List<AssetClaim> claims) {
        this.claims = claims.stream()
                .collect(Collectors.toMap(
                        AssetClaim::guid, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }

    Set<Guid> guids() {
        return claims.keySet();
    }

    List<AssetClaim> claims(Collection<Guid> guids) {
        return guids.stream().map(this::claim).toList();
    }

    Evidence evidence() {
        return evidence;
    }

    Set<Guid> unanswered() {
        return unanswered;
    }

    Set<Guid> underWay() {
        return underWay;
    }

    /** Takes in what a verification says; one that was sent before keeps its proof, to be judged by it. */
    void verdict(Guid guid, Verification verification) {
        switch (verification) {
            case Verified proof -> verified.put(guid, proof);
            case Verification.AlreadyActive active -> alreadyActive(guid, active.asset());
            case Verification.Refused refused -> refused(guid, refused.refusal());
        }
    }

    private void alreadyActive(Guid guid, StoredAsset asset) {
        if (unanswered.contains(guid) || cameAlong(guid)) {
            underWay.add(guid);
        } else {
            settle(guid, new RestoreOutcome.AlreadyActive(asset, List.of()));
        }
    }

    private void refused(Guid guid, Refusal refusal) {
        if (cameAlong(guid)) {
            underWay.add(guid);
        } else if (unanswered.contains(guid)) {
            settle(guid, new Unconfirmed("A restore was sent and not answered; then: " + refusal.detail(), null));
        } else if (refusal.reason() == Refusal.Reason.ASSET_NOT_FOUND) {
            settle(guid, new RestoreOutcome.NotFound(refusal));
        } else {
            settle(guid, new RestoreOutcome.Refused(refusal));
        }
    }

    /** The proofs of those of these assets that are still to be sent. */
    List<RestorableAsset> toSend(Collection<Guid> guids) {
        return guids.stream()
                .filter(guid -> !outcomes.containsKey(guid) && !underWay.contains(guid))
                .map(guid -> proof(guid).asset())
                .toList();
    }

    /** The proofs of all assets that are not settled. */
    List<RestorableAsset> toSend() {
        return toSend(verified.keySet());
    }

    Map<Guid, RestorableAsset> proofs() {
        return verified.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asset()));
    }

    /** Those of these assets that no glossary of the request was expected to bring. */
    Set<Guid> unexpected(Set<Guid> guids) {
        Set<Guid> unexpected = new LinkedHashSet<>(guids);
        verified.values().stream()
                .flatMap(proof -> proof.brings().stream())
                .map(OtherAsset::guid)
                .forEach(unexpected::remove);
        return unexpected;
    }

    Verified proof(Guid guid) {
        Verified proof = verified.get(guid);
        if (proof == null) {
            throw new IllegalStateException("Nothing proves that " + guid + " may be restored");
        }
        return proof;
    }

    /** Assets of the request that came back, or are to come back, with it. */
    Set<Guid> companionsOf(Collection<Guid> guids) {
        Set<Guid> companions = new HashSet<>(verified.keySet());
        companions.removeIf(guid -> outcomes.containsKey(guid) && !isGood(outcomes.get(guid)));
        companions.removeAll(guids);
        return companions;
    }

    /** Marks assets as sent, for better or worse. */
    void sent(Collection<Guid> guids) {
        underWay.addAll(guids);
    }

    /** Marks assets as sent without an answer, and with a glossary all that it may bring along. */
    void lost(Collection<Guid> guids) {
        Set<Guid> sent = Set.copyOf(guids);
        unanswered.addAll(sent);
        proofs().values().stream()
                .filter(asset -> asset.comesWith(sent))
                .map(RestorableAsset::guid)
                .forEach(unanswered::add);
    }

    /** Whether some asset will not come back with this request, or may not. */
    boolean hasFailures() {
        return outcomes.values().stream().anyMatch(outcome -> !isGood(outcome));
    }

    void settle(Guid guid, RestoreOutcome outcome) {
        underWay.remove(guid);
        outcomes.put(guid, outcome);
    }

    /** Atlan refused the write; after one that was not answered, that is no longer definite. */
    void fail(Guid guid, Failure failure) {
        if (cameAlong(guid)) {
            underWay.add(guid);
            return;
        }
        settle(
                guid,
                unanswered.contains(guid)
                        ? new Unconfirmed(
                                "A restore was sent and not answered; sent again, it was refused: " + failure.detail(),
                                failure.upstream())
                        : new RestoreOutcome.Failed(failure));
    }

    /** Settles those of these assets that were not sent, or sent and not answered. */
    void leave(Collection<Guid> guids, NotAttempted reason) {
        for (RestorableAsset asset : toSend(guids)) {
            if (cameAlong(asset.guid())) {
                underWay.add(asset.guid());
                continue;
            }
            settle(
                    asset.guid(),
                    unanswered.contains(asset.guid())
                            ? new Unconfirmed("A restore was sent, and what became of it could not be learned.", null)
                            : reason);
        }
    }

    /** Whether a write brought it back although it was not sent with it, as a glossary does with its terms. */
    private boolean cameAlong(Guid guid) {
        return evidence.sighting(guid).isPresent();
    }

    /** Refuses those of these glossaries that would bring back what must not come back by this request. */
    void refuseBringers(Collection<Guid> guids) {
        for (RestorableAsset asset : toSend(guids)) {
            List<OtherAsset> unwanted = asset.stored().relationships().stream()
                    .filter(edge -> Kin.isBrought(asset.stored(), edge) && edge.otherArchived())
                    .filter(edge -> isBad(edge.other().guid()))
                    .map(NeighbourRules::other)
                    .toList();
            if (!unwanted.isEmpty()) {
                refused(asset.guid(), NeighbourRules.bringsRefused(unwanted));
            }
        }
    }

    private boolean isBad(Guid guid) {
        return outcomes.containsKey(guid) && !isGood(outcomes.get(guid));
    }

    /** Refuses those of these assets whose parent, to be restored by the same request, was not. */
    void refuseOrphans(Collection<Guid> guids) {
        for (RestorableAsset asset : toSend(guids)) {
            archivedParents(asset.guid()).stream()
                    .filter(parent -> outcomes.containsKey(parent.guid()))
                    .findFirst()
                    .ifPresent(parent -> refused(
                            asset.guid(),
                            Refusal.because(
                                    Refusal.Reason.PARENT_ARCHIVED,
                                    "Its archived parent " + parent.guid() + " was not restored.",
                                    List.of(parent))));
        }
    }

    /** One outcome for each claim, in their order. */
    List<RestoreOutcome> outcomes() {
        return claims.values().stream()
                .map(claim -> Finish.of(claim, outcome(claim.guid()), archivedParents(claim.guid())))
                .toList();
    }

    /** Archived parents that did not come back with this request. */
    private List<OtherAsset> archivedParents(Guid guid) {
        Verified proof = verified.get(guid);
        return proof == null
                ? List.of()
                : proof.archivedParents().stream()
                        .filter(parent -> !isGood(outcomes.get(parent.guid())))
                        .toList();
    }

    private static boolean isGood(@Nullable RestoreOutcome outcome) {
        return outcome instanceof RestoreOutcome.Restored
                || outcome instanceof RestoreOutcome.AlreadyActive
                || outcome instanceof RestoreOutcome.WouldRestore;
    }

    private RestoreOutcome outcome(Guid guid) {
        RestoreOutcome outcome = outcomes.get(guid);
        if (outcome == null) {
            throw new IllegalStateException("No outcome for " + guid);
        }
        return outcome;
    }

    private AssetClaim claim(Guid guid) {
        AssetClaim claim = claims.get(guid);
        if (claim == null) {
            throw new IllegalStateException("Nobody asked for " + guid);
        }
        return claim;
    }
}
