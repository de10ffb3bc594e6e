package io.restoregateway.sandbox;

import java.time.Duration;

/**
 * How the tenant behaves at the moment; the default is a tenant in best health with Atlan's call limit.
 *
 * @param callsPerMinute calls that the tenant takes in any minute before it answers 429
 * @param blockedFor how long it answers 429 once that number is exceeded
 * @param retryAfter whether a 429 carries {@code Retry-After}
 * @param rateLimitAsHtml whether a 429 is HTML, as an edge writes it, instead of JSON
 * @param latencyPerCall how long every call takes
 * @param latencyPerEntity how much longer it takes for each entity that it reads or writes
 * @param indexLag how long a change takes to reach the search index
 * @param indexLagChanges how many later changes it takes until the search index sees one
 * @param replicaLag how long a restored asset still reads as archived
 * @param archivingLag how long an archived asset stays active: archiving is asynchronous
 * @param tagsLostOnRestore whether a restore loses the tags
 * @param neighboursInUpdate whether a restore lists the other ends of relationships in {@code UPDATE}
 */
public record SandboxSettings(
        int callsPerMinute,
        Duration blockedFor,
        boolean retryAfter,
        boolean rateLimitAsHtml,
        Duration latencyPerCall,
        Duration latencyPerEntity,
        Duration indexLag,
        int indexLagChanges,
        Duration replicaLag,
        Duration archivingLag,
        boolean tagsLostOnRestore,
        boolean neighboursInUpdate) {

    public static final SandboxSettings HEALTHY = new SandboxSettings(
            400,
            Duration.ofMinutes(1),
            true,
            false,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            0,
            Duration.ZERO,
            Duration.ZERO,
            false,
            false);

    public SandboxSettings {
        if (callsPerMinute < 1) {
            throw new IllegalArgumentException("callsPerMinute must be at least 1, not " + callsPerMinute);
        }
        if (indexLagChanges < 0) {
            throw new IllegalArgumentException("indexLagChanges must not be negative, but is " + indexLagChanges);
        }
        requireNotNegative("blockedFor", blockedFor);
        requireNotNegative("latencyPerCall", latencyPerCall);
        requireNotNegative("latencyPerEntity", latencyPerEntity);
        requireNotNegative("indexLag", indexLag);
        requireNotNegative("replicaLag", replicaLag);
        requireNotNegative("archivingLag", archivingLag);
    }

    private static void requireNotNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative, but is " + value);
        }
    }

    public SandboxSettings withCallsPerMinute(int replacement) {
        return new SandboxSettings(
                replacement,
                blockedFor,
                retryAfter,
                rateLimitAsHtml,
                latencyPerCall,
                latencyPerEntity,
                indexLag,
                indexLagChanges,
                replicaLag,
                archivingLag,
                tagsLostOnRestore,
                neighboursInUpdate);
    }

    public SandboxSettings withBlockedFor(Duration replacement) {
        return new SandboxSettings(
                callsPerMinute,
                replacement,
                retryAfter,
                rateLimitAsHtml,
                latencyPerCall,
                latencyPerEntity,
                indexLag,
                indexLagChanges,
                replicaLag,
                archivingLag,
                tagsLostOnRestore,
                neighboursInUpdate);
    }

    public SandboxSettings withRetryAfter(boolean replacement) {
        return new SandboxSettings(
                callsPerMinute,
                blockedFor,
                replacement,
                rateLimitAsHtml,
                latencyPerCall,
                latencyPerEntity,
                indexLag,
                indexLagChanges,
                replicaLag,
                archivingLag,
                tagsLostOnRestore,
                neighboursInUpdate);
    }

    public SandboxSettings withRateLimitAsHtml(boolean replacement) {
        return new SandboxSettings(
                callsPerMinute,
                blockedFor,
                retryAfter,
                replacement,
                latencyPerCall,
                latencyPerEntity,
                indexLag,
                indexLagChanges,
                replicaLag,
                archivingLag,
                tagsLostOnRestore,
                neighboursInUpdate);
    }

    public SandboxSettings withLatencyPerCall(Duration replacement) {
        return new SandboxSettings(
                callsPerMinute,
                blockedFor,
                retryAfter,
                rateLimitAsHtml,
                replacement,
                latencyPerEntity,
                indexLag,
                indexLagChanges,
                replicaLag,
                archivingLag,
                tagsLostOnRestore,
                neighboursInUpdate);
    }

    public SandboxSettings withLatencyPerEntity(Duration replacement) {
        return new SandboxSettings(
                callsPerMinute,
                blockedFor,
                retryAfter,
                rateLimitAsHtml,
                latencyPerCall,
                replacement,
                indexLag,
                indexLagChanges,
                replicaLag,
                archivingLag,
                tagsLostOnRestore,
                neighboursInUpdate);
    }

    public SandboxSettings withIndexLag(Duration replacement) {
        return new SandboxSettings(
                callsPerMinute,
                blockedFor,
                retryAfter,
                rateLimitAsHtml,
                latencyPerCall,
                latencyPerEntity,
                replacement,
                indexLagChanges,
                replicaLag,
                archivingLag,
                tagsLostOnRestore,
                neighboursInUpdate);
    }

    public SandboxSettings withIndexLagChanges(int replacement) {
        return new SandboxSettings(
                callsPerMinute,
                blockedFor,
                retryAfter,
                rateLimitAsHtml,
                latencyPerCall,
                latencyPerEntity,
                indexLag,
                replacement,
                replicaLag,
                archivingLag,
                tagsLostOnRestore,
                neighboursInUpdate);
    }

    public SandboxSettings withReplicaLag(Duration replacement) {
        return new SandboxSettings(
                callsPerMinute,
                blockedFor,
                retryAfter,
                rateLimitAsHtml,
                latencyPerCall,
                latencyPerEntity,
                indexLag,
                indexLagChanges,
                replacement,
                archivingLag,
                tagsLostOnRestore,
                neighboursInUpdate);
    }

    public SandboxSettings withArchivingLag(Duration replacement) {
        return new SandboxSettings(
                callsPerMinute,
                blockedFor,
                retryAfter,
                rateLimitAsHtml,
                latencyPerCall,
                latencyPerEntity,
                indexLag,
                indexLagChanges,
                replicaLag,
                replacement,
                tagsLostOnRestore,
                neighboursInUpdate);
    }

    public SandboxSettings withTagsLostOnRestore(boolean replacement) {
        return new SandboxSettings(
                callsPerMinute,
                blockedFor,
                retryAfter,
                rateLimitAsHtml,
                latencyPerCall,
                latencyPerEntity,
                indexLag,
                indexLagChanges,
                replicaLag,
                archivingLag,
                replacement,
                neighboursInUpdate);
    }

    public SandboxSettings withNeighboursInUpdate(boolean replacement) {
        return new SandboxSettings(
                callsPerMinute,
                blockedFor,
                retryAfter,
                rateLimitAsHtml,
                latencyPerCall,
                latencyPerEntity,
                indexLag,
                indexLagChanges,
                replicaLag,
                archivingLag,
                tagsLostOnRestore,
                replacement);
    }
}
