package io.restoregateway.jobs;

/** What came of telling a job to go on, to wait or to end. */
public sealed interface Transition {

    /** It did. */
    record Done(RestoreJob job) implements Transition {}

    /** Its state does not allow that. */
    record WrongState(RestoreJob job) implements Transition {}

    /** There is no such job. */
    record Unknown() implements Transition {}
}
