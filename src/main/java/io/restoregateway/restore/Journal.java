package io.restoregateway.restore;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Told of each write before it leaves and of what came of it, so that nothing that was changed goes unrecorded; it may
 * also forbid a write at the last moment.
 */
public interface Journal {

    /** Records nothing and forbids nothing. */
    Journal NONE = new Journal() {};

    /**
     * Right before a write leaves; when this throws, nothing is sent.
     *
     * @return why it must not be sent, or nothing
     * @throws CatalogException with {@code UNRECORDED} when it cannot be recorded; that ends a request of which nothing
     *     was sent, and stops one that is under way
     */
    default Optional<RestoreOutcome.NotAttempted> sending(List<AssetIdentity> assets) {
        return Optional.empty();
    }

    /** Right after a write of which the answer is in, or is known not to come. */
    default void answered(List<AssetIdentity> assets, Reply reply) {}

    /** As soon as an answer shows that Atlan changed something other than asked; what exactly is told at the end. */
    default void alarmed() {}

    /** When a request is done: every asset that was asked for, and every one that came back with those. */
    default void concluded(List<Entry> entries) {}

    /**
     * What is known of a write.
     *
     * @param mayHaveActed false when Atlan certainly changed nothing
     * @param requestId Atlan's id of the call, where one left
     */
    record Reply(boolean mayHaveActed, @Nullable String requestId) {}

    /**
     * What became of one asset.
     *
     * @param guid null when the asset was asked for by its name, and none was found
     */
    record Entry(
            TypeName typeName,
            @Nullable QualifiedName qualifiedName,
            @Nullable Guid guid,
            Conclusion conclusion) {

        /** The entry of an asset whose three keys are known. */
        public static Entry of(AssetIdentity asset, Conclusion conclusion) {
            return new Entry(asset.typeName(), asset.qualifiedName(), asset.guid(), conclusion);
        }

        /** The entry of an asset of which a relationship told. */
        static Entry of(OtherAsset asset, Conclusion conclusion) {
            String name = asset.qualifiedName();
            return new Entry(
                    asset.typeName(),
                    name != null && QualifiedName.isWellFormed(name) ? new QualifiedName(name) : null,
                    asset.guid(),
                    conclusion);
        }
    }
}
