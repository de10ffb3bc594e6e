package io.restoregateway.restore;

import java.time.InstantSource;
import java.util.List;

/** Restores archived assets safely: verify, restore, confirm; one outcome for each claim, in their order. */
public final class RestoreAssets {

    /** A request over one asset reads, searches, writes and reads back. */
    private static final int CALLS_FOR_ONE = 4;

    private static final int READ_AND_SEARCH = 2;

    private final Tenant tenant;

    private final Means means;

    private final Mandate mandate;

    /**
     * A rule for requests that are recorded nowhere.
     *
     * @param tenant the catalog to restore in
     * @param clock tells how old a verification is
     * @param pause waits between looks
     * @param alarms told when Atlan changed something other than asked
     * @param settings what operators set
     */
    public RestoreAssets(Tenant tenant, InstantSource clock, Pause pause, Alarms alarms, RestoreSettings settings) {
        this(tenant, new Means(clock, pause, alarms, settings), Mandate.UNRECORDED);
    }

    private RestoreAssets(Tenant tenant, Means means, Mandate mandate) {
        this.tenant = tenant;
        this.means = means;
        this.mandate = mandate;
    }

    /** The same rule, on somebody's behalf. */
    public RestoreAssets under(Mandate other) {
        return new RestoreAssets(tenant, means, other);
    }

    /** The same rule, with the calls to the catalog going through another way to the same tenant. */
    public RestoreAssets in(Tenant other) {
        return new RestoreAssets(other, means, mandate);
    }

    Means means() {
        return means;
    }

    Mandate mandate() {
        return mandate;
    }

    /**
     * Restores the assets claimed.
     *
     * @param claims 1 to 100 claims, no guid twice
     * @return one outcome for each claim, in their order
     * @throws CatalogException when the catalog could not be asked; then nothing was sent
     */
    public List<RestoreOutcome> restore(List<AssetClaim> claims, RestoreOptions options) {
        List<AssetIdentity> asked = claims.stream().map(AssetClaim::identity).toList();
        return records(options).keeping(asked, () -> run(claims, options));
    }

    private List<RestoreOutcome> run(List<AssetClaim> claims, RestoreOptions options) {
        try (Catalog catalog = tenant.reserve(options.validateOnly() ? READ_AND_SEARCH : calls(claims))) {
            return new RestoreRun(catalog, claims, options, this).outcomes(null);
        }
    }

    /**
     * Restores the one archived asset of that very type and qualifiedName.
     *
     * @throws CatalogException when the catalog could not be asked; then nothing was sent
     */
    public RestoreOutcome restoreByName(TypeName typeName, QualifiedName qualifiedName, RestoreOptions options) {
        Records records = records(options);
        int calls = options.validateOnly() ? READ_AND_SEARCH : CALLS_FOR_ONE;
        try (Catalog catalog = records.lookingFor(typeName, qualifiedName, () -> tenant.reserve(calls))) {
            return switch (records.lookingFor(
                    typeName, qualifiedName, () -> NamedAsset.find(catalog, typeName, qualifiedName))) {
                case NamedAsset.One(AssetIdentity identity, Surroundings known) ->
                    records.keeping(List.of(identity), () -> run(catalog, identity, options, known))
                            .getFirst();
                case NamedAsset.None(RestoreOutcome outcome) -> records.nobody(typeName, qualifiedName, outcome);
            };
        }
    }

    /** What is only looked at is not recorded. */
    private Records records(RestoreOptions options) {
        return new Records(options.validateOnly() ? Journal.NONE : mandate.journal());
    }

    /**
     * Tells what a restore of that asset would say, without writing.
     *
     * @throws CatalogException when the catalog could not be asked
     */
    public Inspection inspect(Guid guid) {
        try (Catalog catalog = tenant.reserve(READ_AND_SEARCH)) {
            return verifier(catalog, RestoreOptions.DEFAULT).inspect(catalog, guid);
        }
    }

    Verifier verifier(Catalog catalog, RestoreOptions options) {
        return new Verifier(means, options, new Elsewhere(mandate.companions(), catalog, means.clock()));
    }

    private List<RestoreOutcome> run(
            Catalog catalog, AssetIdentity identity, RestoreOptions options, Surroundings known) {
        return new RestoreRun(catalog, List.of(AssetClaim.of(identity)), options, this).outcomes(known);
    }

    /** Read, search, writes and one read to confirm, when all is healthy. */
    private int calls(List<AssetClaim> claims) {
        long alone = claims.stream()
                .filter(claim -> !claim.administrators().given().isEmpty())
                .count();
        int together = Math.ceilDiv(claims.size() - (int) alone, mandate.perWrite());
        return READ_AND_SEARCH + (int) alone + together + 1;
    }

    /** What every request needs besides the catalog. */
    record Means(InstantSource clock, Pause pause, Alarms alarms, RestoreSettings settings) {}
}
