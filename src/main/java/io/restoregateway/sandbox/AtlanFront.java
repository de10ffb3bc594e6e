package io.restoregateway.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tenant's edge: lets calls in, counts them, lets faults happen, and hands the rest to the metastore. */
final class AtlanFront {

    private final SandboxTenant tenant;
    private final String token;
    private final Pause pause;
    private final ControlFront control;

    /** Lets time pass. */
    interface Pause {

        void take(Duration duration);
    }

    AtlanFront(SandboxTenant tenant, String token, Pause pause) {
        this.tenant = tenant;
        this.token = token;
        this.pause = pause;
        this.control = new ControlFront(tenant);
    }

    AtlanAnswer answer(AtlanCall call) {
        AtlanAnswer answer;
        try {
            answer = call.isAuthorizedBy(token) ? admit(call) : unauthorized(call);
        } catch (RuntimeException e) {
            answer = broken(e);
        }
        return answer.withHeader("X-Atlan-Request-Id", call.requestId());
    }

    private AtlanAnswer admit(AtlanCall call) {
        try {
            if (call.path().startsWith("/control")) {
                return control.answer(call);
            }
            return answer(call, Route.of(call));
        } catch (AtlasFailure failure) {
            return AtlanAnswer.json(failure.status(), failure.body());
        }
    }

    private AtlanAnswer answer(AtlanCall call, Route route) {
        SandboxSettings settings = tenant.settings();
        Optional<Duration> blocked =
                tenant.ledger().arrive(route.kind(), tenant.time().outside(), settings);
        if (blocked.isEmpty()) {
            tenant.witness(route.needless());
        }
        AtlanAnswer answer = blocked.isPresent() ? tooManyRequests(blocked.get(), settings) : perform(route, settings);
        boolean dropped = answer.delivery() == Fault.Delivery.DROPPED;
        tenant.ledger()
                .record(new RecordedCall(
                        route.kind(),
                        call.method(),
                        call.path(),
                        dropped ? 0 : answer.status(),
                        route.size(),
                        call.requestId(),
                        tenant.time().outside().instant()));
        return answer;
    }

    private AtlanAnswer perform(Route route, SandboxSettings settings) {
        wait(settings.latencyPerCall().plus(settings.latencyPerEntity().multipliedBy(route.size())));
        Optional<Fault> fault = tenant.nextFault(route.kind());
        return fault.isPresent() ? fail(route, fault.get()) : carryOut(route);
    }

    private AtlanAnswer fail(Route route, Fault fault) {
        AtlanAnswer own = switch (fault.commit()) {
            case NOW -> carryOut(route);
            case NEVER -> AtlanAnswer.json(200, Json.of());
            case LATER -> carryOutLater(route, fault.commitAfter());
        };
        wait(fault.delay());
        AtlanAnswer answer = fault.status() == null
                ? own
                : AtlanAnswer.text(fault.status(), fault.contentType(), fault.body())
                        .withHeader("Retry-After", fault.retryAfter());
        return answer.delivered(fault.delivery());
    }

    private AtlanAnswer carryOut(Route route) {
        if (route.kind() == CallKind.WRITE || route.kind() == CallKind.ARCHIVE) {
            tenant.interfere();
        }
        try {
            return tenant.call(route.action().with(tenant.settings())).get();
        } catch (AtlasFailure failure) {
            return AtlanAnswer.json(failure.status(), failure.body());
        }
    }

    private AtlanAnswer carryOutLater(Route route, Duration delay) {
        tenant.call(calls -> {
            calls.later(delay, () -> carryOut(route));
            return delay;
        });
        return AtlanAnswer.json(200, Json.of());
    }

    private void wait(Duration duration) {
        if (duration.isPositive()) {
            pause.take(duration);
        }
    }

    private static AtlanAnswer tooManyRequests(Duration blocked, SandboxSettings settings) {
        AtlanAnswer answer = settings.rateLimitAsHtml()
                ? AtlanAnswer.text(429, "text/html", FaultBodies.TOO_MANY_REQUESTS_PAGE)
                : AtlanAnswer.text(429, "application/json", FaultBodies.TOO_MANY_REQUESTS);
        long seconds = blocked.plusMillis(999).toSeconds();
        return settings.retryAfter() ? answer.withHeader("Retry-After", String.valueOf(seconds)) : answer;
    }

    /** The shape in which the metastore reports what it did not expect. */
    private static AtlanAnswer broken(RuntimeException unexpected) {
        StackTraceElement[] trace = unexpected.getStackTrace();
        Map<String, @Nullable Object> cause = Json.of(
                "errorType", unexpected.getClass().getName(),
                "errorMessage", unexpected.getMessage(),
                "location", trace.length == 0 ? "" : trace[0].toString());
        return AtlanAnswer.json(
                500,
                Json.of(
                        "causes", List.of(cause),
                        "errorId", "5a0db0cc00000001",
                        "message", "There was an error processing your request."));
    }

    private static AtlanAnswer unauthorized(AtlanCall call) {
        return AtlanAnswer.text(
                401,
                "application/json",
                Json.text(Json.of(
                        "servlet", "jersey-servlet",
                        "message", "Full authentication is required to access this resource",
                        "url", call.path().replaceFirst("^/api/meta", "/api/atlas/v2"),
                        "status", "401")));
    }
}
