package io.restoregateway.sandbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong once, with the next call of its kind.
 *
 * @param kind the calls that it waits for; any when null
 * @param commit whether and when the call is carried out
 * @param commitAfter how long after the answer it is carried out, when {@code LATER}
 * @param status the status answered instead of the call's own; null keeps the call's own answer
 * @param body the body answered with that status
 * @param contentType the body's content type
 * @param retryAfter the {@code Retry-After} answered with that status
 * @param delay how long the answer is held back once the call was carried out
 * @param delivery what becomes of the answer
 */
public record Fault(
        @Nullable CallKind kind,
        Commit commit,
        Duration commitAfter,
        @Nullable Integer status,
        String body,
        String contentType,
        @Nullable String retryAfter,
        Duration delay,
        Delivery delivery) {

    private static final String JSON = "application/json;charset=utf-8";
    private static final String HTML = "text/html";
    private static final String TIMEOUT_PAGE =
            "<html><head><title>504 Gateway Time-out</title></head><body><h1>504 Gateway Time-out</h1></body></html>";

    /** Whether and when a faulty call is carried out. */
    public enum Commit {
        NOW,
        NEVER,
        LATER
    }

    /** What becomes of an answer on its way. */
    public enum Delivery {
        WHOLE,
        TRUNCATED,
        DROPPED
    }

    /** The call is not carried out; the answer is this JSON. */
    public static Fault answers(CallKind kind, int status, String body) {
        return plain(kind, Commit.NEVER).answering(status, JSON, body);
    }

    /** The call is not carried out; the answer is this HTML, as an edge writes it. */
    public static Fault answersHtml(CallKind kind, int status, String body) {
        return plain(kind, Commit.NEVER).answering(status, HTML, body);
    }

    /** The call is carried out, but the answer is this HTML with status 200. */
    public static Fault hidesAnswerBehindHtml(CallKind kind, String body) {
        return plain(kind, Commit.NOW).answering(200, HTML, body);
    }

    /** The store's conflict: nothing was changed. */
    public static Fault conflict() {
        return answers(CallKind.WRITE, 500, FaultBodies.CONFLICT);
    }

    public static Fault maintenance(CallKind kind) {
        return answers(kind, 503, FaultBodies.MAINTENANCE);
    }

    /** 429 without the tenant being blocked. */
    public static Fault tooManyRequests(CallKind kind, @Nullable String retryAfter) {
        return answers(kind, 429, FaultBodies.TOO_MANY_REQUESTS).withRetryAfter(retryAfter);
    }

    /** Carried out at once; the answer comes late. */
    public static Fault delaysAnswer(CallKind kind, Duration delay) {
        return plain(kind, Commit.NOW).withDelay(delay);
    }

    public static Fault dropsBeforeCommit(CallKind kind) {
        return plain(kind, Commit.NEVER).delivered(Delivery.DROPPED);
    }

    public static Fault dropsAfterCommit(CallKind kind) {
        return plain(kind, Commit.NOW).delivered(Delivery.DROPPED);
    }

    /** The connection is dropped at once, and the call is carried out after all, later. */
    public static Fault dropsThenCommits(CallKind kind, Duration after) {
        return plain(kind, Commit.LATER).committedAfter(after).delivered(Delivery.DROPPED);
    }

    /** The edge gives up with 504 although the call was carried out. */
    public static Fault timesOutAfterCommit(CallKind kind) {
        return plain(kind, Commit.NOW).answering(504, HTML, TIMEOUT_PAGE);
    }

    /** The edge gives up with 504, and the call is carried out after all, later. */
    public static Fault timesOutThenCommits(CallKind kind, Duration after) {
        return plain(kind, Commit.LATER).committedAfter(after).answering(504, HTML, TIMEOUT_PAGE);
    }

    /** Carried out; the answer's connection is cut in the middle of its JSON. */
    public static Fault truncates(CallKind kind) {
        return plain(kind, Commit.NOW).delivered(Delivery.TRUNCATED);
    }

    /** The call is carried out, but answered with this JSON, as by an edge that gave up too early. */
    public static Fault answersAfterCommit(CallKind kind, int status, String body) {
        return plain(kind, Commit.NOW).answering(status, JSON, body);
    }

    /** The same fault, its answer held back for a while. */
    public Fault withDelay(Duration longer) {
        return new Fault(kind, commit, commitAfter, status, body, contentType, retryAfter, longer, delivery);
    }

    public Fault withRetryAfter(@Nullable String seconds) {
        return new Fault(kind, commit, commitAfter, status, body, contentType, seconds, delay, delivery);
    }

    boolean matches(CallKind called) {
        return kind == null || kind == called;
    }

    private static Fault plain(CallKind kind, Commit commit) {
        return new Fault(kind, commit, Duration.ZERO, null, "", JSON, null, Duration.ZERO, Delivery.WHOLE);
    }

    private Fault answering(int answered, String type, String text) {
        return new Fault(kind, commit, commitAfter, answered, text, type, retryAfter, delay, delivery);
    }

    private Fault delivered(Delivery as) {
        return new Fault(kind, commit, commitAfter, status, body, contentType, retryAfter, delay, as);
    }

    private Fault committedAfter(Duration after) {
        return new Fault(kind, commit, after, status, body, contentType, retryAfter, delay, delivery);
    }
}
