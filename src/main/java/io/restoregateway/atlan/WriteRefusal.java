package io.restoregateway.atlan;

import io.restoregateway.restore.Failure;
import io.restoregateway.restore.Failure.Kind;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.RestoreAnswer;
import io.restoregateway.restore.UpstreamError;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells by {@code errorCode} why Atlan refused a write, and which entry is to blame. */
final class WriteRefusal {

    private static final String REFERENCE_MISSING = "ATLAS-404-00-00A";

    private WriteRefusal() {}

    static RestoreAnswer of(UpstreamError error, Set<Guid> sent) {
        Guid culprit = culprit(error, sent);
        Kind kind = kind(error, culprit);
        return new RestoreAnswer.Rejected(failure(kind, error), culprit);
    }

    /** Atlan refuses a whole archiving, but its message names the one asset that the token may not archive. */
    static RestoreAnswer ofArchiving(UpstreamError error, Set<Guid> sent) {
        Guid told = EntityJson.guid(error.entityGuid());
        List<Guid> blamed = told != null && sent.contains(told)
                ? List.of(told)
                : sent.stream().filter(guid -> names(error, guid)).toList();
        Failure reason = switch (kind(error, null)) {
            case UPSTREAM_UNAUTHENTICATED -> failure(Kind.UPSTREAM_UNAUTHENTICATED, error);
            case FORBIDDEN_BY_ATLAN -> failure(Kind.FORBIDDEN_BY_ATLAN, error);
            case ASSET_NOT_FOUND, NOT_RESTORABLE, CONNECTION_WITHOUT_ADMIN, UPSTREAM_ERROR ->
                new Failure(Kind.UPSTREAM_ERROR, "Atlan refused to archive.", error);
        };
        return new RestoreAnswer.Rejected(reason, blamed.size() == 1 ? blamed.getFirst() : null);
    }

    private static Failure failure(Kind kind, UpstreamError error) {
        return new Failure(kind, detail(kind), error);
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
