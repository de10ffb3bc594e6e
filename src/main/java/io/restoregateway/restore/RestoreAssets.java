package io.restoregateway.restore;

import java.time.InstantSource;
import java.util.List;

/** Restores archived assets safely: verify, restore, confirm; one outcome for each claim, in their order. */
public final class RestoreAssets {

    private final Tenant tenant;

    private final InstantSource clock;

    private final Pause pause;

    private final Alarms alarms;

    private final RestoreSettings settings;

    public RestoreAssets(Tenant tenant, InstantSource clock, Pause pause, Alarms alarms, RestoreSettings settings) {
        this.tenant = tenant;
        this.clock = clock;
        this.pause = pause;
        this.alarms = alarms;
        this.settings = settings;
    }

    /**
     * Restores the assets claimed.
     *
     * @param claims 1 to 100 claims, no guid twice
     * @return one outcome for each claim, in their order
     * @throws CatalogException when the catalog could not be asked; then nothing was sent
     */
    public List<RestoreOutcome> restore(List<AssetClaim> claims, RestoreOptions options) {
        throw new UnsupportedOperationException("being written");
    }

    /**
     * Restores the one archived asset of that very type and qualifiedName.
     *
     * @throws CatalogException when the catalog could not be asked; then nothing was sent
     */
    public RestoreOutcome restoreByName(TypeName typeName, QualifiedName qualifiedName, RestoreOptions options) {
        throw new UnsupportedOperationException("being written");
    }

    /**
     * Tells what a restore of that asset would say, without writing.
     *
     * @throws CatalogException when the catalog could not be asked
     */
    public Inspection inspect(Guid guid) {
        throw new UnsupportedOperationException("being written");
    }
}
