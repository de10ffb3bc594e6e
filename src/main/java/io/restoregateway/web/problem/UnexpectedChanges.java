package io.restoregateway.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.restoregateway.restore.RestoreAnswer;
import io.restoregateway.restore.RestoreOutcome;
import io.restoregateway.restore.StoredAsset;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Atlan changed other than asked, with the values before for repair by hand. */
@Schema(description = "The alarm: what Atlan changed other than asked, with the values before for repair by hand.")
public record UnexpectedChanges(
        @Schema(description = "The asset as it was verified before the write.")
        Snapshot before,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        @Schema(description = "The asset as read back, where it could be.")
        Snapshot now,

        @Schema(description = "Assets changed, created or removed instead or besides, with the values Atlan told.")
        List<Stranger> strangers) {

    /** What a caller is told of an alarm. */
    public static UnexpectedChanges of(RestoreOutcome.UnexpectedChange change) {
        return new UnexpectedChanges(
                Snapshot.of(change.before()),
                change.now() == null ? null : Snapshot.of(change.now()),
                change.strangers().stream().map(Stranger::of).toList());
    }

    /** An asset with all its stored values at one time. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AssetSnapshot", description = "An asset with its stored values at one time.")
    public record Snapshot(
            String typeName,
            String qualifiedName,
            String guid,
            @Nullable String name,
            @Nullable String updatedBy,
            Instant updatedAt,

            @Schema(type = "object", implementation = Object.class, description = "All its stored attributes.")
            Map<String, @Nullable Object> attributes) {

        static Snapshot of(StoredAsset asset) {
            return new Snapshot(
                    asset.typeName().value(),
                    asset.identity().qualifiedName().value(),
                    asset.guid().value(),
                    asset.name(),
                    asset.updatedBy(),
                    asset.updatedAt(),
                    asset.attributes());
        }
    }

    /** Another asset that was hit, as Atlan's answer showed it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Stranger(
            String guid,
            @Nullable String typeName,
            @Nullable String qualifiedName,
            @Nullable String name,
            @Nullable Instant updatedAt) {

        static Stranger of(RestoreAnswer.Header header) {
            return new Stranger(
                    header.guid().value(),
                    header.typeName(),
                    header.qualifiedName(),
                    header.name(),
                    header.updatedAt());
        }
    }
}
