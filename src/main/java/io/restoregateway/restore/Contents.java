package io.restoregateway.restore;

import io.restoregateway.restore.Refusal.Reason;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What assets to be archived again contain that is active: Atlan may archive it along, so all of it must be meant. */
final class Contents {

    /** More than these are not looked into: they are to be archived first. */
    private static final int MOST_READ = 500;

    private static final int SHOWN = 20;

    private final Map<Guid, StoredAsset> unchanged;

    private final Set<Guid> companions;

    private final Set<Guid> request;

    private final boolean preview;

    private final Map<Guid, Refusal> refusals = new HashMap<>();

    /** Outside the request, restored by the same job. */
    private Map<Guid, RestoredAsset> restored = Map.of();

    /** Terms and categories outside the request that are as the same job's restore had left them. */
    private Set<Guid> untouched = Set.of();

    /**
     * @param unchanged assets of the request that are as the restore had left them
     * @param companions other assets of the request that may be archived, or are
     * @param request all assets of the request
     * @param preview whether others of the same job are presumed to be archived first
     */
    Contents(Map<Guid, StoredAsset> unchanged, Set<Guid> companions, Set<Guid> request, boolean preview) {
        this.unchanged = unchanged;
        this.companions = companions;
        this.request = request;
        this.preview = preview;
    }

    /** Finds out about contents outside the request, and applies the rules until no refusal brings another about. */
    void lookInto(Catalog catalog, RestoredTogether job) {
        Set<Guid> others = active(unchanged.values(), _ -> true)
                .filter(guid -> !request.contains(guid))
                .collect(Collectors.toSet());
        restored = others.isEmpty() ? Map.of() : byGuid(job.among(others));
        untouched = untouched(catalog);
        int before;
        do {
            before = refusals.size();
            unchanged.values().stream()
                    .filter(asset -> !refusals.containsKey(asset.guid()))
                    .forEach(this::judge);
        } while (refusals.size() > before);
    }

    ArchiveVerdict verdict(StoredAsset asset, Instant at) {
        Refusal refusal = refusals.get(asset.guid());
        if (refusal != null) {
            return new ArchiveVerdict.Settled(new RestoreOutcome.Refused(refusal));
        }
        return Kin.isCategory(asset.typeName())
                ? new ArchiveVerdict.TakenAlong(asset, glossaryOf(asset).orElseThrow())
                : new ArchiveVerdict.Archivable(new ArchivableAsset(
                        asset,
                        active(List.of(asset), _ -> true)
                                .filter(restored::containsKey)
                                .collect(Collectors.toSet()),
                        at));
    }

    private Set<Guid> untouched(Catalog catalog) {
        Set<Guid> asked = active(unchanged.values(), asset -> Kin.isGlossary(asset.typeName()))
                .filter(restored::containsKey)
                .collect(Collectors.toSet());
        if (preview || asked.isEmpty() || asked.size() > MOST_READ) {
            return preview ? asked : Set.of();
        }
        Set<Guid> found = new HashSet<>();
        catalog.find(asked, false).forEach((guid, entry) -> {
            RestoredAsset claim = restored.get(guid);
            StoredAsset now = Judgement.stored(entry);
            if (claim != null && now != null && (entry instanceof CatalogEntry.Archived || claim.isUnchanged(now))) {
                found.add(guid);
            }
        });
        return found;
    }

    private void judge(StoredAsset asset) {
        if (!asset.relationshipsRead()) {
            refuse(
                    asset,
                    "The asset has too many relationships to tell what would be archived along with it.",
                    List.of());
            return;
        }
        if (Kin.isCategory(asset.typeName())) {
            if (glossaryOf(asset).filter(this::isMeant).isEmpty()) {
                refuse(
                        asset,
                        "Archiving a category destroys it; it can be archived only along with its glossary.",
                        List.of());
            }
            return;
        }
        List<Relationship> unwanted = contained(asset)
                .filter(edge -> !isMeant(edge.other().guid()) && !mayComeAlong(asset, edge))
                .toList();
        if (!unwanted.isEmpty()) {
            refuse(asset, detail(unwanted), unwanted);
        }
    }

    /** What lies outside the request is archived before its container, but for what only a glossary can take along. */
    private boolean mayComeAlong(StoredAsset container, Relationship edge) {
        Guid guid = edge.other().guid();
        return Kin.isGlossary(container.typeName()) ? untouched.contains(guid) : preview && restored.containsKey(guid);
    }

    private String detail(List<Relationship> unwanted) {
        Guid first = unwanted.getFirst().other().guid();
        String why = restored.containsKey(first) || request.contains(first)
                ? ", which the same job restored, but which is not archived first."
                : ", which the same job did not restore, or which was changed since.";
        return "The asset contains " + unwanted.size() + " that must not be archived along with it, such as " + first
                + why;
    }

    private void refuse(StoredAsset asset, String detail, List<Relationship> edges) {
        List<OtherAsset> others =
                edges.stream().limit(SHOWN).map(NeighbourRules::other).toList();
        refusals.put(asset.guid(), Refusal.because(Reason.CHANGED_SINCE_SELECTED, detail, others));
    }

    private boolean isMeant(Guid guid) {
        return companions.contains(guid) || (unchanged.containsKey(guid) && !refusals.containsKey(guid));
    }

    private static Optional<Guid> glossaryOf(StoredAsset category) {
        return category.related("anchor").map(edge -> edge.other().guid()).findFirst();
    }

    private static Stream<Guid> active(Collection<StoredAsset> containers, Predicate<StoredAsset> which) {
        return containers.stream()
                .filter(which)
                .flatMap(Contents::contained)
                .map(edge -> edge.other().guid());
    }

    /** The active contents of an asset. */
    static Stream<Relationship> contained(StoredAsset container) {
        return container.relationships().stream()
                .filter(edge -> !edge.otherArchived() && Kin.isContained(container, edge));
    }

    private static Map<Guid, RestoredAsset> byGuid(Collection<RestoredAsset> assets) {
        return assets.stream().collect(Collectors.toMap(RestoredAsset::guid, asset -> asset, (first, _) -> first));
    }
}
