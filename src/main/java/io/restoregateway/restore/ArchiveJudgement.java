package io.restoregateway.restore;

import io.restoregateway.restore.ArchiveOutcome.AlreadyArchived;
import io.restoregateway.restore.ArchiveOutcome.Archived;
import io.restoregateway.restore.Evidence.Alarm;
import io.restoregateway.restore.RestoreOutcome.Unconfirmed;
import io.restoregateway.restore.RestoreOutcome.UnexpectedChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides what became of an asset that was to be archived, from the answers to the writes and from what is stored now. */
final class ArchiveJudgement {

    /** Archiving itself writes these. */
    private static final Set<String> WRITTEN = Set.of("daapStatus");

    private final ArchiveLedger ledger;

    private final Set<Guid> meant;

    ArchiveJudgement(ArchiveLedger ledger) {
        this.ledger = ledger;
        this.meant = ledger.meant();
    }

    /**
     * Judges one asset.
     *
     * @param now what is stored now; null when that could not be learned
     */
    ArchiveOutcome of(Guid guid, @Nullable CatalogEntry now) {
        StoredAsset before = ledger.before(guid);
        Optional<Alarm> alarm = ledger.evidence().alarm(guid);
        if (alarm.isPresent()) {
            return new UnexpectedChange(
                    before,
                    Judgement.stored(now),
                    alarm.get().detail(),
                    alarm.get().strangers());
        }
        return switch (now) {
            case CatalogEntry.Archived(StoredAsset read) -> archived(before, read);
            case CatalogEntry.Active _ ->
                new Unconfirmed("The archiving was sent, but the asset still reads active; Atlan may be slow.", null);
            case CatalogEntry.Absent _
            when ledger.evidence().lists(guid) ->
                unexpected(before, null, "The asset was archived, and cannot be found any more.");
            case CatalogEntry.Absent absent ->
                new Unconfirmed("The archiving was sent, but the asset cannot be found any more.", absent.word());
            case CatalogEntry.Withheld withheld ->
                new Unconfirmed(
                        "The archiving was sent, but Atlan does not let the gateway read the asset.", withheld.word());
            case null -> new Unconfirmed("The archiving was sent, but the asset could not be read back.", null);
        };
    }

    private ArchiveOutcome archived(StoredAsset before, StoredAsset now) {
        boolean listed = ledger.evidence().lists(before.guid());
        boolean lost = ledger.isUnanswered(before.guid());
        if (!listed && !lost) {
            return new AlreadyArchived(now);
        }
        if (!now.isNamedLike(before)) {
            return unexpected(before, now, "Its type, qualifiedName or name is not what was verified.");
        }
        Optional<Relationship> stranger = stranger(before, now);
        if (stranger.isPresent()) {
            return unexpected(
                    before,
                    now,
                    "It contains " + stranger.get().other().guid()
                            + ", which came after the verification and is archived now.");
        }
        List<Warning> warnings = new ArrayList<>();
        Set<String> differing = differing(before, now);
        if (!differing.isEmpty()) {
            warnings.add(Warnings.changedMeanwhile(
                    "Somebody changed the asset between verification and archiving, or after it; what differs: "
                            + String.join(", ", differing) + ". Nothing of that was overwritten."));
        }
        if (!listed) {
            warnings.add(Warnings.changedMeanwhile(
                    "Atlan's answer was lost; that the asset is archived was seen by reading it, but a change by somebody"
                            + " else just before the archiving would not have been seen."));
        }
        return new Archived(now, alsoArchived(before), warnings);
    }

    /** Something archived in it that the verification did not see there. */
    private Optional<Relationship> stranger(StoredAsset before, StoredAsset now) {
        Set<Guid> seen =
                before.relationships().stream().map(edge -> edge.other().guid()).collect(Collectors.toSet());
        return now.relationships().stream()
                .filter(edge -> edge.otherArchived() && Kin.isContained(now, edge))
                .filter(edge -> !seen.contains(edge.other().guid())
                        && !meant.contains(edge.other().guid()))
                .findFirst();
    }

    private List<OtherAsset> alsoArchived(StoredAsset before) {
        Set<Guid> takes = ledger.takes(before.guid());
        return Contents.contained(before)
                .filter(edge -> takes.contains(edge.other().guid())
                        && ledger.evidence().lists(edge.other().guid()))
                .map(NeighbourRules::other)
                .toList();
    }

    /** Attributes that are not as verified, but for those that the store keeps for itself. */
    private static Set<String> differing(StoredAsset before, StoredAsset now) {
        Map<String, @Nullable Object> old = before.attributes();
        Set<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.attributes().keySet());
        names.removeIf(name -> name.startsWith("__")
                || WRITTEN.contains(name)
                || Objects.equals(old.get(name), now.attributes().get(name)));
        return names;
    }

    private static UnexpectedChange unexpected(StoredAsset before, @Nullable StoredAsset now, String detail) {
        return new UnexpectedChange(before, now, detail, List.of());
    }
}
