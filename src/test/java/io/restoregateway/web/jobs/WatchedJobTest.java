package io.restoregateway.web.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.jobs.JobState;
import io.restoregateway.jobs.RestoreJob;
import io.restoregateway.web.jobs.WatchedJob.News;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Watchers are told how a job goes on, and never how it was before. */
class WatchedJobTest {

    private static final Duration NO_PATIENCE = Duration.ZERO;

    private final RestoreJob early = new JobsInMemory().add(JobState.RUNNING);

    private final RestoreJob late = JobsInMemory.with(early, JobState.PAUSED, early.progress());

    private final WatchedJob watched = new WatchedJob(early);

    @Test
    void whoKnowsMoreIsToldNothingOld() throws InterruptedException {
        assertThat(watched.await(late.revision(), NO_PATIENCE)).isInstanceOf(News.Silence.class);
    }

    @Test
    void anOlderStateThatComesLaterIsNoNews() throws InterruptedException {
        watched.publish(late);
        watched.publish(early);
        assertThat(watched.await(early.revision(), NO_PATIENCE)).isEqualTo(new News.Changed(late));
    }
}
