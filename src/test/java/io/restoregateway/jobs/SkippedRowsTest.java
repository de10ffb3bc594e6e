package io.restoregateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.database.TestDatabases;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Conclusion.Outcome;
import io.restoregateway.restore.ParentsFirst;
import io.restoregateway.sandbox.StoredAsset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Malformed rows that a job was told to leave out are no failures of the job. */
@ParameterizedClass
@EnumSource(TestDatabases.class)
class SkippedRowsTest extends JobTestCase {

    private static JobOptions skipping(@Nullable Long maxFailures, @Nullable Double maxFailureRate) {
        return new JobOptions("any", false, false, false, true, maxFailures, maxFailureRate);
    }

    private RestoreJob ordered(JobOptions options, int malformed, List<AssetIdentity> claims) {
        try (Upload upload = jobs().upload(orderOf(options), JobSource.CSV)) {
            for (int line = 0; line < malformed; line++) {
                upload.add(new JobRow.Malformed(line, null, null, "no guid", "guid is malformed"));
            }
            claims.forEach(claim -> upload.add(new JobRow.Claimed(malformed, claim)));
            return created(upload.finish("any"));
        }
    }

    /** The last ones, beneath all others, are not what they are said to be. */
    private static List<AssetIdentity> wrongAtTheEnd(List<StoredAsset> assets, int wrong) {
        List<StoredAsset> parentsFirst = assets.stream()
                .sorted(Comparator.comparingInt(asset -> ParentsFirst.rank(identity(asset))))
                .toList();
        List<AssetIdentity> claims = new ArrayList<>();
        for (StoredAsset asset : parentsFirst) {
            boolean right = claims.size() < assets.size() - wrong;
            claims.add(right ? identity(asset) : claim(asset, asset.qualifiedName() + "x"));
        }
        return claims;
    }

    @Test
    void doNotCountForMaxFailures() {
        RestoreJob job = await(ordered(skipping(5L, null), 10, wrongAtTheEnd(accident(40), 5)), JobState.COMPLETED);
        assertThat(job.progress().count(Outcome.RESTORED)).isEqualTo(35);
        assertThat(job.progress().count(Outcome.REFUSED)).isEqualTo(15);
    }

    @Test
    void areNoFailuresInMaxFailureRate() {
        RestoreJob job = await(ordered(skipping(null, 0.1), 200, wrongAtTheEnd(accident(150), 3)), JobState.COMPLETED);
        assertThat(job.progress().count(Outcome.RESTORED)).isEqualTo(147);
    }

    @Test
    void doNotMakeAShareOfFailuresSmaller() {
        RestoreJob job = await(ordered(skipping(null, 0.3), 900, wrongAtTheEnd(accident(150), 60)), JobState.STOPPED);
        assertThat(Objects.requireNonNull(job.reason()).code()).isEqualTo("TOO_MANY_FAILURES");
        assertThat(job.reason().message()).contains(" of 150 items have failed");
    }
}
