package io.restoregateway.jobs;

/** Where a job stands, a closed list. */
public enum JobState {
    /** Finding out which assets are meant, and where a preview was asked for, what a restore would say of each. */
    PREPARING,
    /** Everything is written down; nothing was changed, and nothing will be until somebody confirms. */
    AWAITING_CONFIRMATION,
    RUNNING,
    /** Nothing is sent until somebody resumes. */
    PAUSED,
    /** Every item has its outcome. */
    COMPLETED,
    /** Stopped by itself: too many failures, or the alarm. */
    STOPPED,
    CANCELLED,
    /** Could not be prepared; nothing was changed. */
    FAILED;

    /** Whether nothing will happen any more. */
    public boolean isFinal() {
        return this == COMPLETED || this == STOPPED || this == CANCELLED || this == FAILED;
    }
}
