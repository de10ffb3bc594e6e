package io.restoregateway.restore;

import io.restoregateway.restore.Evidence.Alarm;
import io.restoregateway.restore.Evidence.Sighting;
import io.restoregateway.restore.RestoreOutcome.UnexpectedChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides what became of an asset that was sent, from the answers to the writes and from what is stored now. */
final class Judgement {

    /** A restored asset is told with a few attributes, an overwritten one with all that have values. */
    static final int MANY_ATTRIBUTES = 10;

    private final Evidence evidence;

    private final Set<Guid> unanswered;

    private final Collection<CatalogEntry> bystanders;

    private final boolean includeTerms;

    /**
     * @param evidence what the answers prove
     * @param unanswered assets of which some write was not answered
     * @param bystanders what is stored now of terms and categories that are not part of the request and an answer listed
     * @param includeTerms whether such may come back with their glossary
     */
    Judgement(Evidence evidence, Set<Guid> unanswered, Collection<CatalogEntry> bystanders, boolean includeTerms) {
        this.evidence = evidence;
        this.unanswered = unanswered;
        this.bystanders = bystanders;
        this.includeTerms = includeTerms;
    }

    /**
     * Judges one asset.
     *
     * @param verified the proof that was sent
     * @param now what is stored now; null when that could not be learned
     */
    RestoreOutcome of(Verification.Verified verified, @Nullable CatalogEntry now) {
        RestorableAsset asset = verified.asset();
        StoredAsset read = stored(now);
        Optional<Alarm> alarm = evidence.alarm(asset.guid());
        if (alarm.isPresent()) {
            return unexpected(asset, read, alarm.get());
        }
        return switch (now) {
            case CatalogEntry.Active active -> active(verified, active.asset());
            case CatalogEntry.Archived _ ->
                new RestoreOutcome.Unconfirmed(
                        "The restore was sent, but the asset still reads archived; Atlan may commit late.", null);
            case CatalogEntry.Absent absent ->
                new RestoreOutcome.Unconfirmed(
                        "The restore was sent, but the asset cannot be found any more.", absent.word());
            case CatalogEntry.Withheld withheld ->
                new RestoreOutcome.Unconfirmed(
                        "The restore was sent, but Atlan does not let the gateway read the asset.", withheld.word());
            case null ->
                new RestoreOutcome.Unconfirmed("The restore was sent, but the asset could not be read back.", null);
        };
    }

    private RestoreOutcome active(Verification.Verified verified, StoredAsset now) {
        RestorableAsset asset = verified.asset();
        if (!now.isNamedLike(asset.stored())) {
            return unexpected(asset, now, "Its type, qualifiedName or name is not what was verified.");
        }
        if (!now.administrators().containsAll(sentAdministrators(asset))) {
            return unexpected(asset, now, "Some of its administrators are missing.");
        }
        List<StoredAsset> uninvited = broughtBy(asset, verified.brings(), now);
        if (!uninvited.isEmpty() && !includeTerms) {
            return unexpected(
                    asset,
                    now,
                    "The glossary brought back " + uninvited.getFirst().guid()
                            + ", which was archived after the verification.");
        }
        Optional<Sighting> sighting = evidence.sighting(asset.guid()).filter(seen -> !isOnlyNeighbour(seen, now));
        if (sighting.isEmpty()) {
            return unanswered.contains(asset.guid())
                    ? restored(
                            verified,
                            now,
                            "Atlan's answer was lost; that the asset is active was seen by reading it,"
                                    + " but a change by somebody else just before the restore would not have been seen.")
                    : new RestoreOutcome.AlreadyActive(now, List.of());
        }
        if (sighting.get().sameState()) {
            return restored(
                    verified,
                    now,
                    evidence.isChangedByAnother(now)
                            ? "Somebody changed the asset right after the restore, before it was read back."
                            : null);
        }
        return overwroteSomething(asset, sighting.get(), now)
                ? unexpected(
                        asset,
                        now,
                        "Somebody changed the asset between verification and restore, and the restore may have"
                                + " overwritten that with the values verified before.")
                : restored(
                        verified,
                        now,
                        "Somebody changed the asset between verification and restore; nothing of that"
                                + " was overwritten.");
    }

    /**
     * Whether the answer lists it only because another asset sent with it came back: it is told as it is now, with few
     * attributes, while what is restored is told as it was, and what is overwritten with many attributes.
     */
    private static boolean isOnlyNeighbour(Sighting sighting, StoredAsset now) {
        return !sighting.sameState()
                && !sighting.alone()
                && sighting.header().attributes() < MANY_ATTRIBUTES
                && now.updatedAt().equals(sighting.header().updatedAt());
    }

    /**
     * The state met was not the one verified: tells whether a value sent may have replaced a newer one. The answer vouches
     * for qualifiedName and name only; and an asset that was active, and is nobody's neighbour, is listed only when a value
     * changed, then with its new updateTime and with many attributes.
     */
    private static boolean overwroteSomething(RestorableAsset asset, Sighting sighting, StoredAsset now) {
        return !asset.sendsOnlyItsNames()
                || sighting.header().qualifiedName() == null
                || sighting.header().name() == null
                || sighting.header().attributes() >= MANY_ATTRIBUTES
                || (sighting.alone() && now.updatedAt().equals(sighting.header().updatedAt()));
    }

    private RestoreOutcome restored(
            Verification.Verified verified, StoredAsset now, @Nullable String changedMeanwhile) {
        List<Warning> warnings = new ArrayList<>(verified.warnings());
        if (changedMeanwhile != null) {
            warnings.add(Warnings.changedMeanwhile(changedMeanwhile));
        }
        List<OtherAsset> alsoRestored = new ArrayList<>(cameBack(verified.brings(), now));
        broughtBy(verified.asset(), verified.brings(), now)
                .forEach(term -> alsoRestored.add(NeighbourRules.other(term)));
        return new RestoreOutcome.Restored(now, alsoRestored, warnings);
    }

    /** Terms of a glossary that came back in the same moment, though they were not archived when it was verified. */
    private List<StoredAsset> broughtBy(RestorableAsset glossary, List<OtherAsset> expected, StoredAsset now) {
        String end = "@" + glossary.identity().qualifiedName();
        return Kin.isGlossary(glossary)
                ? bystanders.stream()
                        .map(Judgement::stored)
                        .filter(Objects::nonNull)
                        .filter(term -> expected.stream()
                                .noneMatch(other -> other.guid().equals(term.guid())))
                        .filter(term -> term.identity().qualifiedName().value().endsWith(end)
                                && term.updatedAt().equals(now.updatedAt()))
                        .toList()
                : List.of();
    }

    /** What was expected to come along and is active now. */
    private List<OtherAsset> cameBack(List<OtherAsset> expected, StoredAsset now) {
        if (!now.relationshipsRead()) {
            return expected;
        }
        Set<Guid> active = now.relationships().stream()
                .filter(edge -> !edge.otherArchived())
                .map(edge -> edge.other().guid())
                .collect(Collectors.toSet());
        Map<Guid, OtherAsset> read = bystanders.stream()
                .map(Judgement::stored)
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(term -> term.guid(), NeighbourRules::other, (first, _) -> first));
        return expected.stream()
                .filter(other -> active.contains(other.guid()))
                .map(other -> read.getOrDefault(other.guid(), other))
                .toList();
    }

    private static Administrators sentAdministrators(RestorableAsset asset) {
        return new Administrators(texts(asset, "adminUsers"), texts(asset, "adminGroups"), texts(asset, "adminRoles"));
    }

    private static List<String> texts(RestorableAsset asset, String attribute) {
        return asset.values().get(attribute) instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static UnexpectedChange unexpected(RestorableAsset asset, @Nullable StoredAsset now, String detail) {
        return unexpected(asset, now, new Alarm(detail, List.of()));
    }

    private static UnexpectedChange unexpected(RestorableAsset asset, @Nullable StoredAsset now, Alarm alarm) {
        return new UnexpectedChange(asset.stored(), now, alarm.detail(), alarm.strangers());
    }

    static @Nullable StoredAsset stored(@Nullable CatalogEntry entry) {
        return switch (entry) {
            case CatalogEntry.Active active -> active.asset();
            case CatalogEntry.Archived archived -> archived.asset();
            case CatalogEntry.Absent _, CatalogEntry.Withheld _ -> null;
            case null -> null;
        };
    }
}
