package io.restoregateway.restore;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of one write, a restore or an archiving, which Atlan applies as one transaction. */
public sealed interface RestoreAnswer {

    /**
     * Applied; what it did is in the lists, which may hold neighbours that nobody asked for.
     *
     * @param updated the headers of changed assets: from before the call when restored, from after it when overwritten
     * @param created assets that did not exist before
     * @param deleted assets that it archived or removed
     * @param assignments guids that were sent, and the other asset that Atlan took each for
     * @param requestId Atlan's id of the call
     */
    record Committed(
            List<Header> updated,
            List<Header> created,
            List<Header> deleted,
            Map<Guid, Guid> assignments,
            @Nullable String requestId)
            implements RestoreAnswer {
        public Committed {
            updated = List.copyOf(updated);
            created = List.copyOf(created);
            deleted = List.copyOf(deleted);
            assignments = Map.copyOf(assignments);
        }
    }

    /**
     * Refused as a whole, definitely: nothing was applied.
     *
     * @param reason why
     * @param culprit the entry to blame, where Atlan names one that was sent
     */
    record Rejected(Failure reason, @Nullable Guid culprit) implements RestoreAnswer {}

    /** Not sent, or turned away before Atlan looked at it: nothing was applied. */
    record NeverSent(CatalogException cause) implements RestoreAnswer {}

    /**
     * Nothing definite came back: it may have been applied, or may be applied later.
     *
     * @param detail what happened instead of an answer
     * @param conflict true when the store says that it gave up because of a concurrent change
     */
    record Unanswered(
            String detail, boolean conflict, @Nullable UpstreamError upstream) implements RestoreAnswer {}

    /** What a journal has to know of it. */
    default Journal.Reply reply() {
        return switch (this) {
            case Committed committed -> new Journal.Reply(true, committed.requestId());
            case Rejected rejected ->
                new Journal.Reply(false, rejected.reason().upstream().requestId());
            case NeverSent(CatalogException cause) -> new Journal.Reply(false, requestId(cause.upstream()));
            case Unanswered unanswered -> new Journal.Reply(true, requestId(unanswered.upstream()));
        };
    }

    private static @Nullable String requestId(@Nullable UpstreamError error) {
        return error == null ? null : error.requestId();
    }

    /**
     * What Atlan tells of an asset that a call changed.
     *
     * @param guid the asset
     * @param typeName its type, where told
     * @param qualifiedName its qualifiedName, where told
     * @param name its name, where told
     * @param updatedAt its {@code updateTime}, where told
     * @param attributes how many attributes are told of it: few after a restore, many after an overwrite
     */
    record Header(
            Guid guid,
            @Nullable String typeName,
            @Nullable String qualifiedName,
            @Nullable String name,
            @Nullable Instant updatedAt,
            int attributes) {}
}
