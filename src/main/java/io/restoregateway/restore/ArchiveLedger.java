package io.restoregateway.restore;

import io.restoregateway.restore.ArchiveOutcome.AlreadyArchived;
import io.restoregateway.restore.ArchiveOutcome.Archived;
import io.restoregateway.restore.ArchiveOutcome.WouldArchive;
import io.restoregateway.restore.ArchiveVerdict.Archivable;
import io.restoregateway.restore.ArchiveVerdict.Settled;
import io.restoregateway.restore.ArchiveVerdict.TakenAlong;
import io.restoregateway.restore.Refusal.Reason;
import io.restoregateway.restore.RestoreOutcome.NotAttempted;
import io.restoregateway.restore.RestoreOutcome.Refused;
import io.restoregateway.restore.RestoreOutcome.Unconfirmed;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where each asset to be archived again stands: verified, under way, or settled by its one outcome. */
final class ArchiveLedger {

    private final List<Guid> request;

    private final Map<Guid, ArchivableAsset> proofs = new LinkedHashMap<>();

    private final Map<Guid, TakenAlong> categories = new LinkedHashMap<>();

    /** Assets that a write may have archived; they get their outcome when they were read back. */
    private final Set<Guid> underWay = new LinkedHashSet<>();

    private final Set<Guid> unanswered = new HashSet<>();

    private final Map<Guid, ArchiveOutcome> outcomes = new HashMap<>();

    private final ArchiveEvidence evidence = new ArchiveEvidence();

    ArchiveLedger(List<RestoredAsset> assets) {
        this.request = assets.stream().map(RestoredAsset::guid).toList();
    }

    List<Guid> request() {
        return request;
    }

    ArchiveEvidence evidence() {
        return evidence;
    }

    Set<Guid> underWay() {
        return underWay;
    }

    boolean isUnanswered(Guid guid) {
        return unanswered.contains(guid);
    }

    /** Takes in what a verification says; what was sent before is no longer untouched by us. */
    void verdict(Guid guid, ArchiveVerdict verdict) {
        switch (verdict) {
            case Archivable(ArchivableAsset proof) -> proofs.put(guid, proof);
            case TakenAlong category -> categories.put(guid, category);
            case Settled(ArchiveOutcome outcome) -> settled(guid, outcome);
        }
    }

    private void settled(Guid guid, ArchiveOutcome outcome) {
        boolean touched = unanswered.contains(guid) || evidence.lists(guid);
        if (touched && outcome instanceof AlreadyArchived) {
            underWay.add(guid);
        } else if (touched) {
            settle(guid, new Unconfirmed("An archiving was sent and not answered; then: " + told(outcome), null));
        } else {
            settle(guid, outcome);
        }
    }

    private static String told(ArchiveOutcome outcome) {
        return switch (outcome) {
            case RestoreOutcome.NotFound(Refusal refusal) -> refusal.detail();
            case Refused(Refusal refusal) -> refusal.detail();
            case NotAttempted unsent -> unsent.detail();
            case Archived _,
                    AlreadyArchived _,
                    WouldArchive _,
                    RestoreOutcome.Failed _,
                    RestoreOutcome.UnexpectedChange _,
                    Unconfirmed _ -> "it could not be verified again.";
        };
    }

    /** The proofs of those of these assets that are still to be sent. */
    List<ArchivableAsset> toSend(Collection<Guid> guids) {
        return guids.stream().filter(this::isToBeSent).map(this::proof).toList();
    }

    /** The proofs of all assets that are still to be sent. */
    List<ArchivableAsset> toSend() {
        return toSend(proofs.keySet());
    }

    private boolean isToBeSent(Guid guid) {
        return proofs.containsKey(guid) && !outcomes.containsKey(guid) && !underWay.contains(guid);
    }

    ArchivableAsset proof(Guid guid) {
        return Objects.requireNonNull(proofs.get(guid), () -> "Nothing proves that " + guid + " may be archived");
    }

    /** The asset as it was when verified, whether it is sent or taken along. */
    StoredAsset before(Guid guid) {
        TakenAlong category = categories.get(guid);
        return category == null ? proof(guid).stored() : category.category();
    }

    /** What else of the same job may be archived along with it. */
    Set<Guid> takes(Guid guid) {
        ArchivableAsset proof = proofs.get(guid);
        return proof == null ? Set.of() : proof.takes();
    }

    /** Other assets of the request that may be archived by it, or are. */
    Set<Guid> companionsOf(Collection<Guid> guids) {
        Set<Guid> companions = new HashSet<>(proofs.keySet());
        companions.addAll(categories.keySet());
        companions.removeIf(guid -> outcomes.containsKey(guid) && !isGood(outcomes.get(guid)));
        guids.forEach(companions::remove);
        return companions;
    }

    /** All that may be archived by this request: those of its assets that nothing speaks against, and what they take along. */
    Set<Guid> meant() {
        Set<Guid> meant = companionsOf(List.of());
        proofs.values().forEach(proof -> meant.addAll(proof.takes()));
        return meant;
    }

    /** Refuses those of these assets that contain an asset of the request which is neither archived nor sent with them. */
    void refuseContainers(Collection<Guid> guids) {
        boolean again = true;
        while (again) {
            again = false;
            for (ArchivableAsset asset : toSend(guids)) {
                List<OtherAsset> left = left(asset, guids);
                if (!left.isEmpty()) {
                    again = true;
                    settled(
                            asset.guid(),
                            new Refused(Refusal.because(
                                    Reason.CHANGED_SINCE_SELECTED,
                                    "The asset contains " + left.getFirst().guid() + ", which was not archived.",
                                    left)));
                }
            }
        }
    }

    private List<OtherAsset> left(ArchivableAsset container, Collection<Guid> sentTogether) {
        return Contents.contained(container.stored())
                .filter(edge -> proofs.containsKey(edge.other().guid()))
                .filter(edge -> !isOnItsWay(edge.other().guid(), sentTogether))
                .map(NeighbourRules::other)
                .toList();
    }

    private boolean isOnItsWay(Guid guid, Collection<Guid> sentTogether) {
        return underWay.contains(guid)
                || isGood(outcomes.get(guid))
                || (sentTogether.contains(guid) && isToBeSent(guid));
    }

    /** Marks assets as sent, and with a glossary its categories, for better or worse. */
    void sent(Collection<Guid> guids) {
        underWay.addAll(guids);
        underWay.addAll(categoriesOf(guids));
    }

    /** Marks assets as sent without an answer, and with a glossary its categories. */
    void lost(Collection<Guid> guids) {
        unanswered.addAll(guids);
        unanswered.addAll(categoriesOf(guids));
    }

    /** The categories of the request that these glossaries take along. */
    List<Guid> categoriesOf(Collection<Guid> guids) {
        return categories.values().stream()
                .filter(category -> guids.contains(category.glossary()))
                .map(category -> category.category().guid())
                .filter(guid -> !outcomes.containsKey(guid))
                .toList();
    }

    void settle(Guid guid, ArchiveOutcome outcome) {
        underWay.remove(guid);
        outcomes.put(guid, outcome);
    }

    /** Atlan refused the write; after one that was not answered, that is no longer definite. */
    void fail(Guid guid, Failure failure) {
        settle(
                guid,
                unanswered.contains(guid)
                        ? new Unconfirmed(
                                "An archiving was sent and not answered; sent again, it was refused: "
                                        + failure.detail(),
                                failure.upstream())
                        : new RestoreOutcome.Failed(failure));
    }

    /** Settles those of these assets that were not sent, or sent and not answered. */
    void leave(Collection<Guid> guids, NotAttempted reason) {
        for (ArchivableAsset asset : toSend(guids)) {
            settle(
                    asset.guid(),
                    unanswered.contains(asset.guid())
                            ? new Unconfirmed(
                                    "An archiving was sent, and what became of it could not be learned.", null)
                            : reason);
        }
    }

    /** One outcome for each asset, in their order. */
    List<ArchiveOutcome> outcomes() {
        return request.stream().map(this::outcome).toList();
    }

    private ArchiveOutcome outcome(Guid guid) {
        ArchiveOutcome outcome = outcomes.get(guid);
        TakenAlong category = categories.get(guid);
        if (outcome == null && category != null) {
            return unsent(category);
        }
        return Objects.requireNonNull(outcome, () -> "No outcome for " + guid);
    }

    /** A category whose glossary was not sent. */
    private ArchiveOutcome unsent(TakenAlong category) {
        return switch (outcomes.get(category.glossary())) {
            case WouldArchive _ -> new WouldArchive(category.category());
            case NotAttempted unsent -> unsent;
            case Unconfirmed unconfirmed -> unconfirmed;
            case null, default ->
                new Refused(Refusal.because(
                        Reason.CHANGED_SINCE_SELECTED,
                        "Archiving a category destroys it, and its glossary was not archived."));
        };
    }

    private static boolean isGood(@Nullable ArchiveOutcome outcome) {
        return outcome instanceof Archived || outcome instanceof AlreadyArchived || outcome instanceof WouldArchive;
    }
}
