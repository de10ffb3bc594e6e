package io.restoregateway.restore;

import io.restoregateway.restore.Refusal.Reason;
import java.util.List;
import java.util.stream.Collectors;

/** The asset that somebody means who knows its type and qualifiedName only. */
sealed interface NamedAsset {

    /**
     * There is exactly one.
     *
     * @param surroundings what was searched to find it
     */
    record One(AssetIdentity identity, Surroundings surroundings) implements NamedAsset {}

    /** There is none, or none that could be told from others. */
    record None(RestoreOutcome outcome) implements NamedAsset {}

    /**
     * Looks for it.
     *
     * @throws CatalogException when the catalog could not be asked
     */
    static NamedAsset find(Catalog catalog, TypeName typeName, QualifiedName qualifiedName) {
        Surroundings surroundings = Surroundings.of(catalog, qualifiedName);
        List<Namesake> namesakes = surroundings.named(typeName, qualifiedName);
        if (namesakes.size() > 1) {
            return new None(new RestoreOutcome.Refused(ambiguous(namesakes)));
        }
        if (namesakes.size() == 1) {
            return new One(namesakes.getFirst().identity(), surroundings);
        }
        // A search that finds nothing proves nothing, so the store has the last word.
        return switch (catalog.findByName(typeName, qualifiedName)) {
            case NamedEntry.Found(AssetIdentity identity)
            when identity.typeName().equals(typeName)
                    && identity.qualifiedName().equals(qualifiedName) -> new One(identity, surroundings);
            case NamedEntry.Found _, NamedEntry.Nobody _ ->
                new None(new RestoreOutcome.NotFound(nothingNamed(typeName, qualifiedName)));
            case NamedEntry.Withheld(UpstreamError word) -> new None(new RestoreOutcome.Refused(withheld(word)));
        };
    }

    private static Refusal ambiguous(List<Namesake> namesakes) {
        return Refusal.because(
                Reason.AMBIGUOUS_NAME,
                "Several assets have this type and qualifiedName: "
                        + namesakes.stream()
                                .map(hit -> hit.identity().guid() + (hit.active() ? " (active)" : " (archived)"))
                                .collect(Collectors.joining(", "))
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
}
