package io.restoregateway.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.restoregateway.restore.UpstreamError;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Atlan's own words, as callers see them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Atlan's own words about it.")
public record Upstream(
        @Nullable @Schema(description = "The HTTP status of Atlan's answer.")
        Integer status,

        @Nullable @Schema(example = "ATLAS-404-00-005") String errorCode,
        @Nullable String errorMessage,
        @Nullable String entityGuid,

        @Nullable @Schema(description = "The X-Atlan-Request-Id of the call.")
        String requestId) {

    static Upstream of(UpstreamError error) {
        return new Upstream(
                error.status() == 0 ? null : error.status(),
                error.errorCode(),
                error.errorMessage(),
                error.entityGuid(),
                error.requestId());
    }
}
