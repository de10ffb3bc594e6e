package io.restoregateway.web.atlan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.restoregateway.restore.StoredAsset;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Atlan's answer to its bulk call, saying only what was restored by it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "AtlanBulkAnswer",
        description = "Atlan's answer: the entities asked for that this call restored, in the order of the request.")
record BulkAnswer(
        @Nullable @Schema(description = "What was restored; absent, as with Atlan, when everything was active before.")
        MutatedEntities mutatedEntities,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                description = "Always empty: no guid is ever taken for another one.")
        Map<String, String> guidAssignments) {

    /** The answer when exactly these were restored. */
    static BulkAnswer restored(List<StoredAsset> assets) {
        List<RestoredEntity> entities = assets.stream().map(RestoredEntity::of).toList();
        return new BulkAnswer(entities.isEmpty() ? null : new MutatedEntities(entities), Map.of());
    }

    /** The lists of changed entities, of which a restore only ever fills one. */
    @Schema(name = "AtlanMutatedEntities", description = "Never `CREATE`, never `DELETE`, never a neighbour.")
    record MutatedEntities(
            @JsonProperty("UPDATE")
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "As read back after the restore.")
            List<RestoredEntity> update) {}
}
