package io.restoregateway.sandbox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Drives the tenant over HTTP: reset it, change its settings, count its calls, queue a fault. */
final class ControlFront {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final SandboxTenant tenant;

    ControlFront(SandboxTenant tenant) {
        this.tenant = tenant;
    }

    AtlanAnswer answer(AtlanCall call) {
        try {
            return switch (call.method() + " " + call.path()) {
                case "POST /control/reset" -> {
                    tenant.reset();
                    yield AtlanAnswer.json(
                            200, Json.of("assets", tenant.assets().size()));
                }
                case "GET /control/settings" -> AtlanAnswer.json(200, tenant.settings());
                case "PUT /control/settings" -> changeSettings(call.body());
                case "GET /control/calls" ->
                    AtlanAnswer.json(200, Json.of("counts", tenant.counts(), "calls", tenant.calls()));
                case "POST /control/faults" -> queueFault(call.body());
                default -> throw AtlasFailure.noSuchPath(call.path());
            };
        } catch (JacksonException | IllegalArgumentException e) {
            return AtlanAnswer.json(400, Json.of("error", e.getMessage()));
        }
    }

    /** What is not sent stays as it is. */
    private AtlanAnswer changeSettings(byte[] body) {
        Map<String, @Nullable Object> sent = new LinkedHashMap<>(Json.object(SentEntities.parseJson(body)));
        tenant.change(settings -> changed(settings, sent, SandboxSettings.class));
        return AtlanAnswer.json(200, tenant.settings());
    }

    /** Carried out at once and answered whole, as far as the sent fault says nothing else. */
    private AtlanAnswer queueFault(byte[] body) {
        Fault nothing = Fault.delaysAnswer(CallKind.WRITE, Duration.ZERO);
        Map<String, @Nullable Object> sent = new LinkedHashMap<>(Json.object(SentEntities.parseJson(body)));
        sent.putIfAbsent("kind", null);
        Fault fault = changed(nothing, sent, Fault.class);
        tenant.queue(fault);
        return AtlanAnswer.json(200, fault);
    }

    private static <T> T changed(T current, Map<String, @Nullable Object> sent, Class<T> type) {
        Map<String, @Nullable Object> fields = Json.object(STRICT.convertValue(current, Object.class));
        fields.putAll(sent);
        return STRICT.convertValue(fields, type);
    }
}
