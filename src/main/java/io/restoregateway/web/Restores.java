package io.restoregateway.web;

import io.restoregateway.restore.AssetClaim;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.RestoreAssets;
import io.restoregateway.restore.RestoreOptions;
import io.restoregateway.restore.RestoreOutcome;
import io.restoregateway.restore.TypeName;
import io.restoregateway.web.problem.Problem;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Has assets restored and tells what became of each. */
@Component
final class Restores {

    private final RestoreAssets assets;

    private final Outcomes outcomes;

    Restores(RestoreAssets assets, Outcomes outcomes) {
        this.assets = assets;
        this.outcomes = outcomes;
    }

    RestoreResponse one(AssetClaim claim, RestoreOptions options) {
        RestoreOutcome outcome = assets.restore(List.of(claim), options).getFirst();
        return outcomes.tell(outcome, "", problem -> problem.about(claim.identity()))
                .alone();
    }

    RestoreResponse byName(NamedAssetRequest request, RestoreOptions options) {
        RestoreOutcome outcome = assets.restoreByName(
                new TypeName(request.typeName()), new QualifiedName(request.qualifiedName()), options);
        return outcomes.tell(outcome, "", problem -> problem.about(request.typeName(), request.qualifiedName()))
                .alone();
    }

    /**
     * Restores a batch.
     *
     * @param property the property that holds the batch, for pointers to its entries
     */
    <R> BatchResponse<R> batch(
            String property, List<R> requests, Function<R, AssetClaim> claim, RestoreOptions options) {
        List<AssetClaim> claims = requests.stream().map(claim).toList();
        List<RestoreOutcome> answers = assets.restore(claims, options);
        List<Told> told = IntStream.range(0, answers.size())
                .mapToObj(index -> outcomes.tell(
                        answers.get(index),
                        "/" + property + "/" + index,
                        problem -> problem.about(claims.get(index).identity())))
                .toList();
        List<BatchResponse.Item<R>> items = IntStream.range(0, told.size())
                .mapToObj(index -> item(index, requests.get(index), told.get(index)))
                .toList();
        return new BatchResponse<>(
                told.stream().allMatch(Told::isSettled),
                BatchSummary.of(told.stream().map(Told::outcome).toList()),
                items);
    }

    private static <R> BatchResponse.Item<R> item(int index, R request, Told told) {
        Problem.Builder problem = told.problem();
        return new BatchResponse.Item<>(
                index,
                told.outcome(),
                request,
                told.asset(),
                problem == null ? null : problem.build(),
                told.alsoRestored(),
                told.warnings());
    }
}
