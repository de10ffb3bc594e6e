package io.restoregateway.atlan;

import io.restoregateway.restore.ArchivableAsset;
import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.RestoreAnswer;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Sends the write that archives. */
final class ArchiveCall {

    private final AtlanCalls calls;

    ArchiveCall(AtlanCalls calls) {
        this.calls = calls;
    }

    RestoreAnswer archive(List<ArchivableAsset> assets) {
        Set<Guid> sent =
                assets.stream().map(ArchivableAsset::guid).collect(Collectors.toCollection(LinkedHashSet::new));
        Instant staleAfter = assets.stream()
                .map(ArchivableAsset::staleAfter)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        try {
            return switch (calls.write(AtlanRequest.archive(sent), staleAfter)) {
                case Answer.Refused(var error) -> WriteRefusal.ofArchiving(error, sent);
                case Answer answer -> WriteAnswer.of(answer, sent);
            };
        } catch (CatalogException exhausted) {
            return new RestoreAnswer.NeverSent(exhausted);
        }
    }
}
