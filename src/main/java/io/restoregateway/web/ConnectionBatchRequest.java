package io.restoregateway.web;

import io.restoregateway.web.json.AssetLimit;
import io.restoregateway.web.json.LooseRequest;
import io.restoregateway.web.json.RepeatedGuid;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Up to 20 connections. */
@Schema(name = "RestoreConnectionsRequest", description = "1 to 20 connections, none of them twice.")
record ConnectionBatchRequest(
        @NotNull(message = Words.REQUIRED)
        @Size(min = 1, max = 20, message = Words.NOT_EMPTY, payload = AssetLimit.class)
        @EachOnce(payload = RepeatedGuid.class)
        List<@Valid ConnectionRequest> connections)
        implements LooseRequest {}
