package io.restoregateway.web.problem;

import java.util.Locale;

/** The kinds of problems that callers are told, a closed list; the constant's name is the {@code code}. */
public enum ProblemType {
    INVALID_REQUEST(400, "The request is malformed", "Malformed JSON, a missing or malformed field, an unknown one."),
    DUPLICATE_GUID(400, "An asset is named twice", "The same guid stands more than once in one request."),
    UNAUTHENTICATED(401, "Not authenticated", "Neither a key nor a token was sent, or one that lets nobody in."),
    FORBIDDEN(403, "Not allowed", "The caller has no role that the call takes, or may not confirm a job of their own."),
    FORBIDDEN_BY_ATLAN(403, "Atlan forbids it", "Atlan refuses the gateway's token this asset."),
    ASSET_NOT_FOUND(404, "No such asset", "Atlan's store knows no asset with that guid, or it was purged."),
    JOB_NOT_FOUND(404, "No such job", "There is no bulk restore job with that id, or it was removed by now."),
    NO_SUCH_PATH(404, "No such path", "Nothing is served under that path."),
    METHOD_NOT_ALLOWED(
            405, "Method not allowed", "The path exists, but not for that HTTP method; see the Allow header."),
    NOT_ACCEPTABLE(406, "Not acceptable", "The answer cannot be given in a form that the Accept header allows."),
    TOO_LARGE(413, "Too large", "The request is larger than the gateway accepts; the limit is named."),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type", "The body is not of the media type that the call takes."),
    QUALIFIED_NAME_MISMATCH(
            409, "The qualifiedName differs", "The guid exists, but its asset has another qualifiedName."),
    TYPE_MISMATCH(409, "The type differs", "The guid exists, but its asset has another type."),
    ATTRIBUTE_MISMATCH(409, "An attribute differs", "Something else that was claimed of the asset is not stored so."),
    LIVE_TWIN(409, "An active twin exists", "An active asset has the same type and qualifiedName."),
    WRONG_STATE(409, "The job's state does not allow it", "The job's state, which is told, does not allow that."),
    IDEMPOTENCY_KEY_REUSED(
            409, "The idempotency key is taken", "Another request was made under the same `Idempotency-Key`."),
    AMBIGUOUS_NAME(409, "The name is ambiguous", "Several assets have that type and qualifiedName."),
    CHANGED_SINCE_SELECTED(
            409, "Changed since it was selected", "Somebody changed the asset after the job wrote it down."),
    TOO_MANY_ASSETS(422, "Too many assets", "One call takes a limited number of assets; the limit is named."),
    EMPTY_SELECTOR(422, "The selector is empty", "A selector without a condition would mean every archived asset."),
    NOT_RESTORABLE(422, "Not restorable", "Atlan cannot restore such an asset."),
    BRINGS_OTHERS(
            422, "Others would come along", "The glossary would bring its archived terms and categories back with it."),
    CONNECTION_WITHOUT_ADMIN(
            422, "Nobody could administer it", "The connection would be active but out of everybody's reach."),
    PARENT_ARCHIVED(422, "The parent is archived", "An archived parent, and the gateway is set to refuse that."),
    BUDGET_EXHAUSTED(
            429,
            "The call budget is spent",
            "The tenant's call budget is spent for now; nothing was sent. Retry later."),
    TOO_MANY_REQUESTS(429, "Too many calls", "The caller makes more calls a second than each may; nothing was done."),
    TOO_MANY_OPEN_JOBS(
            429,
            "Too many open jobs",
            "The caller has as many jobs that are not at their end as each may have; nothing was created."),
    INTERNAL_ERROR(500, "Internal error", "A fault of the gateway itself; its log has more under the request id."),
    UPSTREAM_ERROR(502, "Atlan answered an error", "Atlan answered an error or something that makes no sense."),
    UPSTREAM_UNAUTHENTICATED(
            502, "Atlan refuses the gateway's token", "The API token that the gateway uses for Atlan is not accepted."),
    UNEXPECTED_CHANGE(
            502,
            "Something else was changed",
            "The alarm: Atlan changed something other than asked. The values before are in the problem."),
    TOO_MANY_WATCHERS(503, "Too many watchers", "More jobs are being watched than the gateway allows. Retry later."),
    UPSTREAM_UNAVAILABLE(503, "Atlan is away", "Atlan is away, too slow or in maintenance; nothing was sent."),
    AUDIT_UNAVAILABLE(
            503,
            "The audit is away",
            "What is asked for cannot be recorded in the gateway's database; nothing was sent."),
    DATABASE_UNAVAILABLE(
            503,
            "The database is away",
            "The gateway's database does not answer. Retry later; the same order under the same `Idempotency-Key`"
                    + " tells whether it was taken before."),
    IDENTITY_PROVIDER_UNAVAILABLE(
            503,
            "The identity provider is away",
            "The identity provider cannot be asked whether a token holds; nothing was done."),
    UNCONFIRMED(
            504, "Unconfirmed", "The restore was sent, and nothing definite could be learned; Atlan may commit late.");

    private final int status;

    private final String title;

    private final String meaning;

    ProblemType(int status, String title, String meaning) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** A few words, the same each time. */
    public String title() {
        return title;
    }

    /** A sentence that says when it is told. */
    public String meaning() {
        return meaning;
    }

    /** Where the gateway documents it, relative to itself. */
    public String uri() {
        return "/problems/" + slug();
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
