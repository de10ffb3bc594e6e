package io.restoregateway.sandbox;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A part of a query: whether an asset meets it, and where the assets are that can. */
interface IndexCondition extends Predicate<StoredAsset> {

    /** Some assets, all that can meet a condition among them; they are not gone through unless asked for. */
    record Candidates(long size, Supplier<Stream<StoredAsset>> assets) {

        static Candidates both(Candidates one, Candidates other) {
            return new Candidates(one.size + other.size, () -> Stream.concat(one.assets.get(), other.assets.get()));
        }
    }

    /** Empty when only a look at every asset tells. */
    default Optional<Candidates> candidates(TenantState state) {
        return Optional.empty();
    }

    /** The same condition, for which these are the candidates. */
    default IndexCondition among(Function<TenantState, Candidates> candidates) {
        IndexCondition plain = this;
        return new IndexCondition() {
            @Override
            public boolean test(StoredAsset asset) {
                return plain.test(asset);
            }

            @Override
            public Optional<Candidates> candidates(TenantState state) {
                return Optional.of(candidates.apply(state));
            }
        };
    }

    /** All of several conditions have to be met: the fewest candidates are enough. */
    static Optional<Candidates> fewest(List<IndexCondition> all, TenantState state) {
        return all.stream()
                .flatMap(one -> one.candidates(state).stream())
                .min(Comparator.comparingLong(Candidates::size));
    }

    /** Any of several conditions has to be met: empty as soon as one has no candidates to tell. */
    static Optional<Candidates> union(List<IndexCondition> any, TenantState state) {
        Candidates union = new Candidates(0, Stream::empty);
        for (IndexCondition one : any) {
            Optional<Candidates> more = one.candidates(state);
            if (more.isEmpty()) {
                return Optional.empty();
            }
            union = Candidates.both(union, more.get());
        }
        return Optional.of(union);
    }
}
