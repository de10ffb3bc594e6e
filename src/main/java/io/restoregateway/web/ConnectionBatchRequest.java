package io.restoregateway.web;

import io.restoregateway.web.json.AssetLimit;
import io.restoregateway.web.json.LooseRequest;
import io.restoregateway.web.json.RepeatedGuid;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Up to 20 connections. */
@Schema(name = "RestoreConnectionsRequest", description = "1 to 20 connections, none of them twice.")
record ConnectionBatchRequest(
        @NotEmpty(message = Words.NOT_EMPTY)
        @Size(max = 20, payload = AssetLimit.class)
        @EachOnce(payload = RepeatedGuid.class)
        List<@Valid ConnectionRequest> connections)
        implements LooseRequest {}
