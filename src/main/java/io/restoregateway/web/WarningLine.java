package io.restoregateway.web;

import io.restoregateway.restore.Warning;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;

/** A warning as callers read it. */
@Schema(name = "Warning", description = "Something that the restore does not do, or that a person should look at.")
record WarningLine(
        @Schema(requiredMode = RequiredMode.REQUIRED) Warning.Code code,
        @Schema(requiredMode = RequiredMode.REQUIRED) String message) {

    static List<WarningLine> of(List<Warning> warnings) {
        return warnings.stream()
                .map(warning -> new WarningLine(warning.code(), warning.message()))
                .toList();
    }
}
