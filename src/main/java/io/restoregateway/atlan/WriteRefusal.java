package io.restoregateway.atlan;

import io.restoregateway.restore.Failure;
import io.restoregateway.restore.Failure.Kind;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.RestoreAnswer;
import io.restoregateway.restore.UpstreamError;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells by {@code errorCode} why Atlan refused a write, and which entry is to blame. */
final class WriteRefusal {

    private static final String REFERENCE_MISSING = "ATLAS-404-00-00A";

    private WriteRefusal() {}

    static RestoreAnswer of(UpstreamError error, Set<Guid> sent) {
        Guid culprit = culprit(error, sent);
        Kind kind = kind(error, culprit);
        return new RestoreAnswer.Rejected(new Failure(kind, detail(kind), error), culprit);
    }

    private static @Nullable Guid culprit(UpstreamError error, Set<Guid> sent) {
        Guid blamed = EntityJson.guid(error.entityGuid());
        if (blamed != null && sent.contains(blamed)) {
            return blamed;
        }
        return REFERENCE_MISSING.equals(error.errorCode()) && error.entityGuid() == null
                ? sent.stream().filter(guid -> names(error, guid)).findFirst().orElse(null)
                : null;
    }

    private static boolean names(UpstreamError error, Guid guid) {
        return error.errorMessage() != null && error.errorMessage().contains(guid.value());
    }

    private static Kind kind(UpstreamError error, @Nullable Guid culprit) {
        if (error.status() == 401) {
            return Kind.UPSTREAM_UNAUTHENTICATED;
        }
        return switch (error.errorCode()) {
            case REFERENCE_MISSING ->
                culprit != null && names(error, culprit) ? Kind.ASSET_NOT_FOUND : Kind.NOT_RESTORABLE;
            case "ATLAS-404-00-007", "ATLAS-409-00-015" -> Kind.NOT_RESTORABLE;
            case "ATLAS-400-00-114" -> Kind.CONNECTION_WITHOUT_ADMIN;
            case "ATLAS-403-00-001" -> Kind.FORBIDDEN_BY_ATLAN;
            case null, default -> Kind.UPSTREAM_ERROR;
        };
    }

    private static String detail(Kind kind) {
        return switch (kind) {
            case ASSET_NOT_FOUND -> "Atlan no longer has this asset.";
            case FORBIDDEN_BY_ATLAN -> "Atlan does not let the gateway's API key change this asset.";
            case NOT_RESTORABLE -> "Atlan cannot restore this asset.";
            case CONNECTION_WITHOUT_ADMIN -> "The connection would be left without an administrator.";
            case UPSTREAM_UNAUTHENTICATED -> "Atlan does not accept the gateway's API key.";
            case UPSTREAM_ERROR -> "Atlan refused the restore.";
        };
    }
}
