package io.restoregateway.restore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Has a journal told how each request ended, also one that could not be carried out. */
record Records(Journal journal) {

    /** Runs a request over these assets, which has one outcome for each. */
    List<RestoreOutcome> keeping(List<AssetIdentity> asked, Supplier<List<RestoreOutcome>> request) {
        List<RestoreOutcome> outcomes;
        try {
            outcomes = request.get();
        } catch (CatalogException trouble) {
            Conclusion nothing = Conclusion.of(trouble);
            journal.concluded(asked.stream()
                    .map(asset -> Journal.Entry.of(asset, nothing))
                    .toList());
            throw trouble;
        }
        List<Journal.Entry> entries = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            entries.add(Journal.Entry.of(asked.get(i), Conclusion.of(outcomes.get(i))));
            entries.addAll(alsoRestored(outcomes.get(i), asked.get(i)));
        }
        journal.concluded(entries);
        return outcomes;
    }

    /** Looks for an asset of which the guid is not known. */
    <T> T lookingFor(TypeName typeName, QualifiedName qualifiedName, Supplier<T> search) {
        try {
            return search.get();
        } catch (CatalogException trouble) {
            journal.concluded(List.of(new Journal.Entry(typeName, qualifiedName, null, Conclusion.of(trouble))));
            throw trouble;
        }
    }

    /** The end of a request that found no asset of that name, or too many. */
    RestoreOutcome nobody(TypeName typeName, QualifiedName qualifiedName, RestoreOutcome outcome) {
        journal.concluded(List.of(new Journal.Entry(typeName, qualifiedName, null, Conclusion.of(outcome))));
        return outcome;
    }

    private static List<Journal.Entry> alsoRestored(RestoreOutcome outcome, AssetIdentity with) {
        return outcome instanceof RestoreOutcome.Restored restored
                ? restored.alsoRestored().stream()
                        .map(other -> cameWith(other, with))
                        .toList()
                : List.of();
    }

    private static Journal.Entry cameWith(OtherAsset other, AssetIdentity with) {
        return Journal.Entry.of(
                other, new Conclusion(Conclusion.Outcome.RESTORED, null, "It came back with " + with.guid() + "."));
    }
}
