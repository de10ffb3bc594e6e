package io.restoregateway.restore;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Archives again what a job restored and nobody changed since; one outcome for each asset, in their order. */
public final class ArchiveAgain {

    private static final int MOST_ASSETS = 100;

    private final Tenant tenant;

    private final RestoreAssets.Means means;

    private final Mandate mandate;

    /**
     * @param tenant the catalog to archive in
     * @param clock tells how old a verification is
     * @param pause waits between looks
     * @param alarms told when Atlan changed something other than asked
     * @param settings what operators set
     */
    public ArchiveAgain(Tenant tenant, InstantSource clock, Pause pause, Alarms alarms, RestoreSettings settings) {
        this(tenant, new RestoreAssets.Means(clock, pause, alarms, settings), Mandate.UNRECORDED);
    }

    private ArchiveAgain(Tenant tenant, RestoreAssets.Means means, Mandate mandate) {
        this.tenant = tenant;
        this.means = means;
        this.mandate = mandate;
    }

    /** The same rule, on somebody's behalf and through another way to the same tenant. */
    public ArchiveAgain under(Mandate other, Tenant way) {
        return new ArchiveAgain(way, means, other);
    }

    RestoreAssets.Means means() {
        return means;
    }

    Mandate mandate() {
        return mandate;
    }

    /**
     * Archives the assets. What contains others comes after them, in this request or in a later one: as long as something
     * else that it contains is active, it is refused. Categories come with their glossary or after it, since they are never
     * archived by themselves.
     *
     * @param assets 1 to 100 assets, no guid twice
     * @param job tells what else the same job restored
     * @return one outcome for each asset, in their order
     * @throws CatalogException when the catalog could not be asked; then nothing was sent
     */
    public List<ArchiveOutcome> archive(List<RestoredAsset> assets, RestoredTogether job) {
        checked(assets);
        int writes = Math.ceilDiv(assets.size(), mandate.perWrite());
        try (Catalog catalog = tenant.reserve(1 + writes + 1)) {
            List<ArchiveOutcome> outcomes =
                    new ArchiveRun(catalog, assets, new ArchiveVerifier(assets, job, means, false), this).outcomes();
            mandate.journal().concluded(ended(assets, outcomes));
            return outcomes;
        }
    }

    /**
     * Tells what archiving would say, without writing. Of other assets of the job it presumes that they can be archived.
     *
     * @param assets 1 to 100 assets, no guid twice
     * @param job tells what else the same job restored
     * @return one outcome for each asset, in their order
     * @throws CatalogException when the catalog could not be asked
     */
    public List<ArchiveOutcome> preview(List<RestoredAsset> assets, RestoredTogether job) {
        checked(assets);
        try (Catalog catalog = tenant.reserve(1)) {
            return new ArchiveRun(catalog, assets, new ArchiveVerifier(assets, job, means, true), this).previews();
        }
    }

    private static List<Journal.Entry> ended(List<RestoredAsset> assets, List<ArchiveOutcome> outcomes) {
        List<Journal.Entry> entries = new ArrayList<>();
        for (int i = 0; i < assets.size(); i++) {
            AssetIdentity asset = assets.get(i).identity();
            entries.add(Journal.Entry.of(asset, Conclusion.of(outcomes.get(i))));
            if (outcomes.get(i) instanceof ArchiveOutcome.Archived archived) {
                Conclusion along =
                        new Conclusion(Conclusion.Outcome.ARCHIVED, null, "It was archived with " + asset.guid() + ".");
                archived.alsoArchived().forEach(other -> entries.add(Journal.Entry.of(other, along)));
            }
        }
        return entries;
    }

    private static void checked(List<RestoredAsset> assets) {
        if (assets.isEmpty() || assets.size() > MOST_ASSETS) {
            throw new IllegalArgumentException(
                    "assets must be 1 to " + MOST_ASSETS + " in number, not " + assets.size());
        }
        if (assets.stream().map(RestoredAsset::guid).distinct().count() < assets.size()) {
            throw new IllegalArgumentException("assets must not name a guid twice");
        }
    }
}
