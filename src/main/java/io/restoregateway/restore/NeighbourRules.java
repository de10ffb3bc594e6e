package io.restoregateway.restore;

import io.restoregateway.restore.Refusal.Reason;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules about what stands around an asset, in the catalog and in the same request. */
final class NeighbourRules {

    private static final int SHOWN = 20;

    private final Surroundings surroundings;

    private final RestoreOptions options;

    private final RestoreSettings settings;

    private final Elsewhere elsewhere;

    private final Map<Guid, Refusal> refused = new LinkedHashMap<>();

    /** Assets of the request that come back, unless a rule refuses them. */
    private final Set<Guid> accepted;

    /** Assets of the request that must not come back. */
    private final Set<Guid> denied;

    /**
     * @param elsewhere knows what other requests of the same undertaking bring back
     * @param companions other assets of the request that were verified before
     * @param denied other assets of the request that need not or must not be restored
     */
    NeighbourRules(
            Surroundings surroundings,
            RestoreOptions options,
            RestoreSettings settings,
            Elsewhere elsewhere,
            Set<Guid> companions,
            Set<Guid> denied) {
        this.surroundings = surroundings;
        this.options = options;
        this.settings = settings;
        this.elsewhere = elsewhere;
        this.accepted = new HashSet<>(companions);
        this.denied = new HashSet<>(denied);
    }

    /** Applies every rule; a candidate that is missing in the answer may be restored. */
    Map<Guid, Refusal> refusals(List<Candidate> candidates) {
        candidates.forEach(candidate -> accepted.add(candidate.guid()));
        apply(candidates, this::own);
        Map<List<Object>, List<Candidate>> byName = candidates.stream()
                .filter(this::isAccepted)
                .collect(Collectors.groupingBy(candidate -> List.of(
                        candidate.identity().typeName(), candidate.identity().qualifiedName())));
        byName.values().forEach(namesakes -> apply(namesakes, candidate -> ambiguous(candidate, namesakes)));
        int before;
        do {
            // A refusal can take away what another asset relies on, so the rules are applied until nothing changes.
            before = refused.size();
            apply(candidates, this::bringsOthers);
            apply(candidates, this::parentArchived);
        } while (refused.size() > before);
        return refused;
    }

    /** What would come back with an asset without being part of the request. */
    List<OtherAsset> brings(Candidate candidate) {
        return candidate.stored().relationships().stream()
                .filter(edge -> Kin.isBrought(candidate.stored(), edge) && edge.otherArchived())
                .filter(edge -> !accepted.contains(edge.other().guid()))
                .map(NeighbourRules::other)
                .toList();
    }

    /** The archived assets that an asset belongs to, by its edges and by its qualifiedName, unless they come back too. */
    List<OtherAsset> archivedParents(Candidate candidate) {
        Stream<OtherAsset> byEdge = candidate.stored().relationships().stream()
                .filter(edge -> Kin.isParent(edge) && edge.otherArchived())
                .map(NeighbourRules::other);
        Stream<OtherAsset> byName =
                surroundings.archivedAbove(candidate.stored()).stream().map(Namesake::asOther);
        Collection<OtherAsset> parents = Stream.concat(byName, byEdge)
                .collect(Collectors.toMap(
                        OtherAsset::guid, Function.identity(), (first, second) -> first, LinkedHashMap::new))
                .values();
        return without(parents, elsewhere.coming(parents));
    }

    private static List<OtherAsset> without(Collection<OtherAsset> assets, Set<Guid> some) {
        return assets.stream().filter(asset -> !some.contains(asset.guid())).toList();
    }

    private void apply(List<Candidate> candidates, Function<Candidate, Optional<Refusal>> rule) {
        for (Candidate candidate : candidates) {
            if (!refused.containsKey(candidate.guid())) {
                rule.apply(candidate).ifPresent(refusal -> refuse(candidate, refusal));
            }
        }
    }

    private void refuse(Candidate candidate, Refusal refusal) {
        refused.put(candidate.guid(), refusal);
        accepted.remove(candidate.guid());
        denied.add(candidate.guid());
    }

    private boolean isAccepted(Candidate candidate) {
        return accepted.contains(candidate.guid());
    }

    private Optional<Refusal> own(Candidate candidate) {
        return notRestorable(candidate)
                .or(() -> domainPurged(candidate))
                .or(() -> liveTwin(candidate))
                .or(() -> withoutAdministrator(candidate));
    }

    private static Optional<Refusal> notRestorable(Candidate candidate) {
        return RestorableValues.obstacle(candidate.stored())
                .map(obstacle -> Refusal.because(Reason.NOT_RESTORABLE, obstacle));
    }

    /** Atlan refuses to restore what lies in a purged domain; purging takes the edge and the domain away. */
    private Optional<Refusal> domainPurged(Candidate candidate) {
        StoredAsset stored = candidate.stored();
        boolean hasDomain = !stored.relationshipsRead()
                || stored.related("parentDomain").findAny().isPresent()
                || stored.related("dataDomain").findAny().isPresent();
        return stored.qualifiedName("parentDomainQualifiedName")
                .filter(domain -> !hasDomain && !surroundings.know(domain))
                .map(domain -> Refusal.because(
                        Reason.NOT_RESTORABLE,
                        "Its parent domain " + domain + " was purged, and Atlan restores nothing without it."));
    }

    private Optional<Refusal> liveTwin(Candidate candidate) {
        List<OtherAsset> twins = surroundings.liveTwinsOf(candidate.identity()).stream()
                .map(Namesake::asOther)
                .toList();
        return twins.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.because(
                        Reason.LIVE_TWIN,
                        "An active asset has the same type and qualifiedName: "
                                + twins.getFirst().guid() + ".",
                        twins));
    }

    private static Optional<Refusal> withoutAdministrator(Candidate candidate) {
        boolean nobody = candidate.stored().administrators().isEmpty()
                && candidate.claim().administrators().given().isEmpty();
        return Kin.isConnection(candidate.identity().typeName()) && nobody
                ? Optional.of(Refusal.because(
                        Reason.CONNECTION_WITHOUT_ADMIN,
                        "The connection has no administrator, so nobody could reach it: give adminUsers, adminGroups or"
                                + " adminRoles."))
                : Optional.empty();
    }

    private static Optional<Refusal> ambiguous(Candidate candidate, List<Candidate> namesakes) {
        List<OtherAsset> others = namesakes.stream()
                .filter(other -> !other.guid().equals(candidate.guid()))
                .map(other -> other(other.stored()))
                .toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.because(
                        Reason.AMBIGUOUS_NAME,
                        "The request names several archived assets of this type and qualifiedName, of which only one may"
                                + " come back: also " + others.getFirst().guid() + ".",
                        others));
    }

    private Optional<Refusal> bringsOthers(Candidate candidate) {
        if (!Kin.isGlossary(candidate.identity().typeName())) {
            return Optional.empty();
        }
        List<OtherAsset> brings = brings(candidate);
        List<OtherAsset> unwanted =
                brings.stream().filter(other -> denied.contains(other.guid())).toList();
        if (!unwanted.isEmpty()) {
            return Optional.of(bringsRefused(unwanted));
        }
        if (options.includeTerms()) {
            return Optional.empty();
        }
        if (!candidate.stored().relationshipsRead()) {
            return Optional.of(Refusal.because(
                    Reason.BRINGS_OTHERS,
                    "The glossary is too large to tell which archived terms and categories it would bring back; allow"
                            + " that with \"includeTerms\": true."));
        }
        List<OtherAsset> others = without(brings, elsewhere.unchanged(brings));
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.because(
                        Reason.BRINGS_OTHERS,
                        "The glossary would bring its archived terms and categories back, " + others.size()
                                + " in all; allow that with \"includeTerms\": true.",
                        others.stream().limit(SHOWN).toList()));
    }

    private Optional<Refusal> parentArchived(Candidate candidate) {
        if (!settings.refuseArchivedParent()) {
            return Optional.empty();
        }
        List<OtherAsset> parents = archivedParents(candidate).stream()
                .filter(parent -> !accepted.contains(parent.guid()))
                .toList();
        return parents.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.because(
                        Reason.PARENT_ARCHIVED,
                        "It belongs to an archived asset, which must be restored first: "
                                + parents.getFirst().guid() + ".",
                        parents));
    }

    static Refusal bringsRefused(List<OtherAsset> unwanted) {
        return Refusal.because(
                Reason.BRINGS_OTHERS,
                "The glossary would bring back " + unwanted.getFirst().guid()
                        + ", which is refused in the same request.",
                unwanted);
    }

    static OtherAsset other(Relationship edge) {
        return new OtherAsset(edge.other().typeName(), edge.other().guid(), edge.name(), edge.qualifiedName());
    }

    static OtherAsset other(StoredAsset asset) {
        return new OtherAsset(
                asset.typeName(),
                asset.guid(),
                asset.name(),
                asset.identity().qualifiedName().value());
    }
}
