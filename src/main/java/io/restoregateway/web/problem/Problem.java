package io.restoregateway.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.OtherAsset;
import io.restoregateway.restore.UpstreamError;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A problem as RFC 9457 tells it, with what the gateway knows besides. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "What went wrong, after RFC 9457. Members that do not apply are absent.")
public record Problem(
        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                type = "string",
                format = "uri-reference",
                description = "Where the gateway documents this type of problem.")
        URI type,

        @Schema(requiredMode = RequiredMode.REQUIRED) String title,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "The HTTP status.")
        int status,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "What happened, in a sentence.")
        String detail,

        @Schema(requiredMode = RequiredMode.REQUIRED) ProblemType code,

        @Nullable @Schema(type = "string", format = "uri-reference", description = "The path called.")
        URI instance,

        @Nullable @Schema(description = "The guid of the asset that it is about.")
        String guid,

        @Nullable @Schema(description = "The type that was claimed.")
        String typeName,

        @Nullable @Schema(description = "The qualifiedName that was claimed.")
        String qualifiedName,

        @Schema(description = "What is wrong and where; for a mismatch both values.")
        List<InputError> errors,

        @Schema(description = "Other assets to know about: twins, archived parents, what would come along (first 20).")
        List<AssetLine> others,

        @Nullable JobLine job,
        @Nullable Upstream upstream,
        @Nullable UnexpectedChanges change,

        @Nullable @Schema(description = "Look for it in the gateway's log.")
        String requestId) {

    /** Begins to tell a problem. */
    public static Builder of(ProblemType type, String detail) {
        return new Builder(type, detail);
    }

    /** Puts a problem together; what is not said is left out. */
    public static final class Builder {

        private final ProblemType type;

        private final String detail;

        private int status;

        private @Nullable String guid;

        private @Nullable String typeName;

        private @Nullable String qualifiedName;

        private List<InputError> errors = List.of();

        private List<AssetLine> others = List.of();

        private @Nullable JobLine job;

        private @Nullable Upstream upstream;

        private @Nullable UnexpectedChanges change;

        private @Nullable URI instance;

        private @Nullable String requestId;

        private Builder(ProblemType type, String detail) {
            this.type = type;
            this.detail = Text.printable(detail);
            this.status = type.status();
        }

        /** What kind of problem it is. */
        public ProblemType type() {
            return type;
        }

        /** Another status than the type's own. */
        public Builder status(int value) {
            this.status = value;
            return this;
        }

        /** The asset that it is about. */
        public Builder about(AssetIdentity asset) {
            this.guid = asset.guid().value();
            return about(asset.typeName().value(), asset.qualifiedName().value());
        }

        /** The asset that it is about, whose guid is not known. */
        public Builder about(String assetType, String assetName) {
            this.typeName = assetType;
            this.qualifiedName = assetName;
            return this;
        }

        /** The guid of the asset that it is about. */
        public Builder guid(String value) {
            this.guid = value;
            return this;
        }

        /** What is wrong, and where. */
        public Builder errors(List<InputError> values) {
            this.errors = List.copyOf(values);
            return this;
        }

        /** Other assets to know about. */
        public Builder others(List<OtherAsset> assets) {
            this.others = assets.stream().map(AssetLine::of).toList();
            return this;
        }

        /** The bulk restore job that it is about. */
        public Builder job(JobLine value) {
            this.job = value;
            return this;
        }

        /** Atlan's own words, where it had any. */
        public Builder upstream(@Nullable UpstreamError error) {
            this.upstream = error == null ? null : Upstream.of(error);
            return this;
        }

        /** What Atlan changed besides or instead. */
        public Builder change(UnexpectedChanges value) {
            this.change = value;
            return this;
        }

        /** The request that it happened to. */
        public Builder in(URI path, String id) {
            this.instance = path;
            this.requestId = id;
            return this;
        }

        public Problem build() {
            return new Problem(
                    URI.create(type.uri()),
                    type.title(),
                    status,
                    detail,
                    type,
                    instance,
                    guid,
                    typeName,
                    qualifiedName,
                    errors,
                    others,
                    job,
                    upstream,
                    change,
                    requestId);
        }
    }
}
