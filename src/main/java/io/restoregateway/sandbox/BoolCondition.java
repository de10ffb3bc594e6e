package io.restoregateway.sandbox;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A {@code bool} query: all of {@code must}, none of {@code mustNot}, and at least so many of {@code should}. */
record BoolCondition(List<IndexCondition> must, List<IndexCondition> mustNot, List<IndexCondition> should, int atLeast)
        implements IndexCondition {

    @Override
    public boolean test(StoredAsset asset) {
        for (IndexCondition one : must) {
            if (!one.test(asset)) {
                return false;
            }
        }
        for (IndexCondition one : mustNot) {
            if (one.test(asset)) {
                return false;
            }
        }
        return atLeast <= 0 || should.stream().filter(one -> one.test(asset)).count() >= atLeast;
    }

    @Override
    public Optional<Candidates> candidates(TenantState state) {
        Optional<Candidates> optional = atLeast > 0 ? IndexCondition.union(should, state) : Optional.empty();
        return Stream.concat(IndexCondition.fewest(must, state).stream(), optional.stream())
                .min(Comparator.comparingLong(Candidates::size));
    }
}
