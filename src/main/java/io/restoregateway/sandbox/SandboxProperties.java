package io.restoregateway.sandbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the sandbox tenant starts; all but the token can be changed while it runs.
 *
 * @param token The token that the tenant accepts.
 * @param callsPerMinute Calls that the tenant takes in any minute before it answers 429.
 * @param blockedFor How long it answers 429 once that number is exceeded.
 * @param retryAfter Whether a 429 carries Retry-After.
 * @param latencyPerCall How long every call takes.
 * @param latencyPerEntity How much longer a call takes for each entity.
 * @param indexLag How long a change takes to reach the search index.
 * @param replicaLag How long a restored asset still reads as archived.
 * @param archivingLag How long an archived asset stays active.
 * @param tagsLostOnRestore Whether a restore loses the tags.
 * @param generatedAssets How many assets are generated beside the seed, in Snowflake connections of their own: 0 to 1,000,000.
 */
@Validated
@ConfigurationProperties("gateway.sandbox")
record SandboxProperties(
        @NotBlank @DefaultValue("sandbox-token") String token,
        @Min(1) @DefaultValue("400") int callsPerMinute,
        @DefaultValue("1m") Duration blockedFor,
        @DefaultValue("true") boolean retryAfter,
        @DefaultValue("0s") Duration latencyPerCall,
        @DefaultValue("0s") Duration latencyPerEntity,
        @DefaultValue("0s") Duration indexLag,
        @DefaultValue("0s") Duration replicaLag,
        @DefaultValue("0s") Duration archivingLag,
        @DefaultValue("false") boolean tagsLostOnRestore,
        @Min(0) @Max(1_000_000) @DefaultValue("0") int generatedAssets) {

    SandboxSettings settings() {
        return SandboxSettings.HEALTHY
                .withCallsPerMinute(callsPerMinute)
                .withBlockedFor(blockedFor)
                .withRetryAfter(retryAfter)
                .withLatencyPerCall(latencyPerCall)
                .withLatencyPerEntity(latencyPerEntity)
                .withIndexLag(indexLag)
                .withReplicaLag(replicaLag)
                .withArchivingLag(archivingLag)
                .withTagsLostOnRestore(tagsLostOnRestore);
    }
}
