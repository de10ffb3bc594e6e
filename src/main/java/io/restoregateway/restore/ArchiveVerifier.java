package io.restoregateway.restore;

import io.restoregateway.restore.CatalogEntry.Absent;
import io.restoregateway.restore.CatalogEntry.Active;
import io.restoregateway.restore.CatalogEntry.Archived;
import io.restoregateway.restore.CatalogEntry.Withheld;
import io.restoregateway.restore.Refusal.Mismatch;
import io.restoregateway.restore.Refusal.Reason;
import io.restoregateway.restore.RestoreOutcome.NotAttempted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Decides from the store which assets that a job restored may be archived again. */
final class ArchiveVerifier {

    private final Map<Guid, RestoredAsset> request;

    private final RestoredTogether job;

    private final RestoreAssets.Means means;

    private final boolean preview;

    private final LookAgain lookAgain;

    /**
     * @param request all that shall be archived again
     * @param preview whether nothing will be sent, and others of the same job are presumed to be archived first
     */
    ArchiveVerifier(List<RestoredAsset> request, RestoredTogether job, RestoreAssets.Means means, boolean preview) {
        this.request = request.stream()
                .collect(Collectors.toMap(
                        RestoredAsset::guid, Function.identity(), (first, _) -> first, LinkedHashMap::new));
        this.job = job;
        this.means = means;
        this.preview = preview;
        this.lookAgain = new LookAgain(means.clock(), means.pause());
    }

    /**
     * Verifies assets of one request.
     *
     * @param companions other assets of the same request that may be archived, or are
     * @return a verdict for each guid
     * @throws CatalogException when the store gives no answer
     */
    Map<Guid, ArchiveVerdict> verify(Catalog catalog, Collection<Guid> guids, Set<Guid> companions) {
        List<RestoredAsset> assets = guids.stream().map(this::asset).toList();
        Reading reading = readUpToDate(catalog, assets);
        Map<Guid, ArchiveVerdict> verdicts = new LinkedHashMap<>();
        Map<Guid, StoredAsset> unchanged = new LinkedHashMap<>();
        for (RestoredAsset asset : assets) {
            CatalogEntry entry = reading.of(asset.guid());
            if (entry instanceof Active(StoredAsset stored) && asset.isUnchanged(stored)) {
                unchanged.put(asset.guid(), stored);
            } else {
                verdicts.put(asset.guid(), new ArchiveVerdict.Settled(settled(asset, entry)));
            }
        }
        Contents contents = new Contents(unchanged, companions, request.keySet(), preview);
        contents.lookInto(catalog, job);
        unchanged.forEach((guid, stored) -> verdicts.put(guid, contents.verdict(stored, reading.at())));
        return verdicts;
    }

    private RestoredAsset asset(Guid guid) {
        return Objects.requireNonNull(request.get(guid), () -> "Nobody asked for " + guid);
    }

    /** A replica that is behind still shows the asset as it was before the restore, so it deserves another read. */
    private Reading readUpToDate(Catalog catalog, Collection<RestoredAsset> assets) {
        Reading first = read(catalog, assets);
        List<Guid> behind = assets.stream()
                .filter(asset -> isBehind(asset, first.of(asset.guid())))
                .map(RestoredAsset::guid)
                .toList();
        if (behind.isEmpty()) {
            return first;
        }
        lookAgain.untilActive(catalog, behind, means.settings().confirmTimeout(), false);
        return read(catalog, assets);
    }

    private Reading read(Catalog catalog, Collection<RestoredAsset> assets) {
        Instant at = means.clock().instant();
        return new Reading(catalog.find(assets.stream().map(RestoredAsset::guid).toList(), true), at);
    }

    private static boolean isBehind(RestoredAsset asset, CatalogEntry entry) {
        return entry instanceof Archived(StoredAsset stored)
                && stored.updatedAt().isBefore(asset.restoredAt());
    }

    private static ArchiveOutcome settled(RestoredAsset asset, CatalogEntry entry) {
        return switch (entry) {
            case Absent absent -> new RestoreOutcome.NotFound(Verifier.notFound(absent));
            case Withheld withheld -> new RestoreOutcome.Refused(Verifier.forbidden(withheld));
            case Archived _
            when isBehind(asset, entry) ->
                new NotAttempted(
                        NotAttempted.Cause.UPSTREAM_UNAVAILABLE,
                        "Atlan still shows the asset as it was before it was restored.");
            case Archived(StoredAsset stored)
            when asset.identity().equals(stored.identity()) -> new ArchiveOutcome.AlreadyArchived(stored);
            case Archived(StoredAsset stored) -> new RestoreOutcome.Refused(changed(asset, stored));
            case Active(StoredAsset stored) -> new RestoreOutcome.Refused(changed(asset, stored));
        };
    }

    private static Refusal changed(RestoredAsset asset, StoredAsset stored) {
        List<Mismatch> mismatches = new ArrayList<>();
        ClaimCheck.refusal(AssetClaim.of(asset.identity()), stored)
                .ifPresent(refusal -> mismatches.addAll(refusal.mismatches()));
        if (!asset.restoredAt().equals(stored.updatedAt())) {
            mismatches.add(new Mismatch(
                    "updatedAt",
                    asset.restoredAt().toString(),
                    stored.updatedAt().toString()));
        }
        return new Refusal(
                Reason.CHANGED_SINCE_SELECTED,
                "The asset " + asset.guid() + " was changed after it was restored, at " + stored.updatedAt() + " by "
                        + Objects.requireNonNullElse(stored.updatedBy(), "somebody") + ".",
                mismatches,
                List.of(),
                null);
    }

    /** What the store said, and when it was asked. */
    private record Reading(Map<Guid, CatalogEntry> entries, Instant at) {

        CatalogEntry of(Guid guid) {
            return Objects.requireNonNull(entries.get(guid), () -> "The catalog left out " + guid);
        }
    }
}
