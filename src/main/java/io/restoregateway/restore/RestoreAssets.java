package io.restoregateway.restore;

import io.restoregateway.restore.Refusal.Reason;
import java.time.InstantSource;
import java.util.List;

/** Restores archived assets safely: verify, restore, confirm; one outcome for each claim, in their order. */
public final class RestoreAssets {

    /** A request over one asset reads, searches, writes and reads back. */
    private static final int CALLS_FOR_ONE = 4;

    private static final int READ_AND_SEARCH = 2;

    private final Tenant tenant;

    private final Means means;

    /**
     * @param tenant the catalog to restore in
     * @param clock tells how old a verification is
     * @param pause waits between looks
     * @param alarms told when Atlan changed something other than asked
     * @param settings what operators set
     */
    public RestoreAssets(Tenant tenant, InstantSource clock, Pause pause, Alarms alarms, RestoreSettings settings) {
        this.tenant = tenant;
        this.means = new Means(clock, pause, alarms, settings);
    }

    /**
     * Restores the assets claimed.
     *
     * @param claims 1 to 100 claims, no guid twice
     * @return one outcome for each claim, in their order
     * @throws CatalogException when the catalog could not be asked; then nothing was sent
     */
    public List<RestoreOutcome> restore(List<AssetClaim> claims, RestoreOptions options) {
        try (Catalog catalog = tenant.reserve(options.validateOnly() ? READ_AND_SEARCH : calls(claims))) {
            return new RestoreRun(catalog, claims, options, means).outcomes(null);
        }
    }

    /**
     * Restores the one archived asset of that very type and qualifiedName.
     *
     * @throws CatalogException when the catalog could not be asked; then nothing was sent
     */
    public RestoreOutcome restoreByName(TypeName typeName, QualifiedName qualifiedName, RestoreOptions options) {
        try (Catalog catalog = tenant.reserve(options.validateOnly() ? READ_AND_SEARCH : CALLS_FOR_ONE)) {
            Surroundings surroundings = Surroundings.of(catalog, qualifiedName);
            List<Namesake> namesakes = surroundings.named(typeName, qualifiedName);
            if (namesakes.size() > 1) {
                return new RestoreOutcome.Refused(ambiguous(namesakes));
            }
            if (namesakes.size() == 1) {
                return run(catalog, namesakes.getFirst().identity(), options, surroundings);
            }
            // A search that finds nothing proves nothing, so the store has the last word.
            return switch (catalog.findByName(typeName, qualifiedName)) {
                case NamedEntry.Found(AssetIdentity identity)
                when identity.typeName().equals(typeName)
                        && identity.qualifiedName().equals(qualifiedName) ->
                    run(catalog, identity, options, surroundings);
                case NamedEntry.Found _, NamedEntry.Nobody _ ->
                    new RestoreOutcome.NotFound(nothingNamed(typeName, qualifiedName));
                case NamedEntry.Withheld(UpstreamError word) -> new RestoreOutcome.Refused(withheld(word));
            };
        }
    }

    /**
     * Tells what a restore of that asset would say, without writing.
     *
     * @throws CatalogException when the catalog could not be asked
     */
    public Inspection inspect(Guid guid) {
        try (Catalog catalog = tenant.reserve(READ_AND_SEARCH)) {
            return new Verifier(means.clock(), means.pause(), RestoreOptions.DEFAULT, means.settings())
                    .inspect(catalog, guid);
        }
    }

    private RestoreOutcome run(Catalog catalog, AssetIdentity identity, RestoreOptions options, Surroundings known) {
        return new RestoreRun(catalog, List.of(AssetClaim.of(identity)), options, means)
                .outcomes(known)
                .getFirst();
    }

    /** Read, search, writes and one read to confirm, when all is healthy. */
    private static int calls(List<AssetClaim> claims) {
        long alone = claims.stream()
                .filter(claim -> !claim.administrators().given().isEmpty())
                .count();
        int together = Math.ceilDiv(claims.size() - (int) alone, ParentsFirst.MAX_PER_WRITE);
        return READ_AND_SEARCH + (int) alone + together + 1;
    }

    private static Refusal ambiguous(List<Namesake> namesakes) {
        return Refusal.because(
                Reason.AMBIGUOUS_NAME,
                "Several assets have this type and qualifiedName: "
                        + String.join(
                                ", ",
                                namesakes.stream()
                                        .map(hit ->
                                                hit.identity().guid() + (hit.active() ? " (active)" : " (archived)"))
                                        .toList())
                        + ".",
                namesakes.stream().map(Namesake::asOther).toList());
    }

    private static Refusal nothingNamed(TypeName typeName, QualifiedName qualifiedName) {
        return Refusal.because(
                Reason.ASSET_NOT_FOUND,
                "The catalog has no " + typeName + " with the qualifiedName '"
                        + StoredValues.shown(qualifiedName.value()) + "'.");
    }

    private static Refusal withheld(UpstreamError word) {
        return new Refusal(
                Reason.FORBIDDEN_BY_ATLAN,
                "Atlan does not let the gateway read the asset of that name.",
                List.of(),
                List.of(),
                word);
    }

    /** What every request needs besides the catalog. */
    record Means(InstantSource clock, Pause pause, Alarms alarms, RestoreSettings settings) {}
}
