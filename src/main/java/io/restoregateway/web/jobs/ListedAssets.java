package io.restoregateway.web.jobs;

import io.restoregateway.web.problem.InputError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The entries of a list, each an asset or with what is wrong with it. */
final class ListedAssets {

    private static final String PLACE = "/assets/";

    private final List<@Nullable ListedAsset> assets;

    private final Map<Integer, List<InputError>> errors = new HashMap<>();

    /** @param misshapen what is wrong with the shape of single entries */
    ListedAssets(List<@Nullable ListedAsset> assets, List<InputError> misshapen) {
        this.assets = assets;
        misshapen.forEach(this::note);
        for (int index = 0; index < assets.size(); index++) {
            ListedAsset asset = assets.get(index);
            if (asset != null) {
                checkKeys(index, asset);
            }
        }
    }

    /** What is wrong, in order. */
    List<InputError> errors() {
        return IntStream.range(0, assets.size()).boxed().flatMap(this::at).toList();
    }

    List<ManifestRow> rows() {
        return IntStream.range(0, assets.size()).mapToObj(this::row).toList();
    }

    private void checkKeys(int index, ListedAsset asset) {
        for (String problem : asset.given().problems()) {
            int colon = problem.indexOf(": ");
            InputError error =
                    InputError.at(PLACE + index + "/" + problem.substring(0, colon), problem.substring(colon + 2));
            if (at(index).noneMatch(known -> Objects.equals(known.pointer(), error.pointer()))) {
                note(error);
            }
        }
    }

    private void note(InputError error) {
        String place = Objects.requireNonNull(error.pointer()).substring(PLACE.length());
        int end = place.indexOf('/');
        errors.computeIfAbsent(Integer.valueOf(end < 0 ? place : place.substring(0, end)), index -> new ArrayList<>())
                .add(error);
    }

    private Stream<InputError> at(int index) {
        return errors.getOrDefault(index, List.of()).stream();
    }

    private ManifestRow row(int index) {
        ListedAsset asset = assets.get(index);
        GivenRow given = asset == null ? GivenRow.NOTHING : asset.given();
        return errors.containsKey(index)
                ? given.malformed(
                        index, at(index).map(error -> told(index, error)).toList())
                : given.on(index);
    }

    private static String told(int index, InputError error) {
        String place = Objects.requireNonNull(error.pointer()).substring((PLACE + index).length());
        return place.isEmpty() ? error.message() : place.substring(1) + ": " + error.message();
    }
}
