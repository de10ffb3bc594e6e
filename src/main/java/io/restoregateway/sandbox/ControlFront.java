package io.restoregateway.sandbox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Drives the tenant over HTTP: reset it, change its settings, let it grow, let accidents and faults happen, count. */
final class ControlFront {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final SandboxTenant tenant;
    private final TruthControl truth;

    /**
     * Assets to be generated.
     *
     * @param assets how many beneath the new connection, or beneath {@code DB/SCHEMA} when it has a neighbour
     * @param neighbourAssets how many beneath {@code DB/SCHEMA2}; there are no such schemas without it
     */
    private record Wanted(
            @Nullable Integer assets, @Nullable Integer neighbourAssets) {}

    /**
     * Everything active beneath a qualifiedName is archived.
     *
     * @param includingItself whether the asset of that qualifiedName is archived too; not, unless sent
     * @param user who does it
     */
    private record Accident(
            @Nullable String beneath,
            @Nullable Boolean includingItself,
            @Nullable String user) {}

    ControlFront(SandboxTenant tenant) {
        this.tenant = tenant;
        this.truth = new TruthControl(tenant);
    }

    AtlanAnswer answer(AtlanCall call) {
        try {
            return AtlanAnswer.json(200, carryOut(call));
        } catch (JacksonException | IllegalArgumentException e) {
            return AtlanAnswer.json(400, Json.of("error", e.getMessage()));
        }
    }

    private Object carryOut(AtlanCall call) {
        return switch (call.method() + " " + call.path()) {
            case "POST /control/reset" -> {
                tenant.reset();
                yield Json.of("assets", tenant.assets().size());
            }
            case "GET /control/settings" -> tenant.settings();
            // curl -d calls its body a form, and the body of a PUT form is read before it gets here.
            case "PUT /control/settings", "POST /control/settings" -> changeSettings(call.body());
            case "POST /control/faults" -> queueFault(call.body());
            case "POST /control/generate" -> generate(sent(call, Wanted.class));
            case "POST /control/archive" -> archive(sent(call, Accident.class));
            case "GET /control/assets" -> truth.assets(call);
            case "GET /control/assets/counts" -> truth.statusCounts(call);
            case "GET /control/needless-writes" -> tenant.needlessWrites();
            case "GET /control/calls" -> Json.of("counts", tenant.counts(), "calls", tenant.calls());
            case "GET /control/calls/counts" -> truth.callCounts();
            case "DELETE /control/calls" -> {
                tenant.forgetCalls();
                yield truth.callCounts();
            }
            default -> throw AtlasFailure.noSuchPath(call.path());
        };
    }

    /** What is not sent stays as it is. */
    private SandboxSettings changeSettings(byte[] body) {
        Map<String, @Nullable Object> sent = new LinkedHashMap<>(Json.object(SentEntities.parseJson(body)));
        tenant.change(settings -> changed(settings, sent, SandboxSettings.class));
        return tenant.settings();
    }

    /** Carried out at once and answered whole, as far as the sent fault says nothing else. */
    private Fault queueFault(byte[] body) {
        Fault nothing = Fault.delaysAnswer(CallKind.WRITE, Duration.ZERO);
        Map<String, @Nullable Object> sent = new LinkedHashMap<>(Json.object(SentEntities.parseJson(body)));
        sent.putIfAbsent("kind", null);
        Fault fault = changed(nothing, sent, Fault.class);
        tenant.queue(fault);
        return fault;
    }

    private GeneratedConnection generate(Wanted wanted) {
        int assets = required("assets", wanted.assets());
        return wanted.neighbourAssets() == null
                ? tenant.generate(assets)
                : tenant.generateNeighbours(assets, wanted.neighbourAssets());
    }

    private Map<String, @Nullable Object> archive(Accident accident) {
        String beneath = required("beneath", accident.beneath());
        OtherUser user = tenant.as(required("user", accident.user()));
        int archived = Boolean.TRUE.equals(accident.includingItself())
                ? user.archiveAtAndBeneath(beneath)
                : user.archiveBeneath(beneath);
        return Json.of("archived", archived);
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null || value.toString().isBlank()) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }

    private static <T> T sent(AtlanCall call, Class<T> type) {
        return STRICT.convertValue(Json.object(SentEntities.parseJson(call.body())), type);
    }

    private static <T> T changed(T current, Map<String, @Nullable Object> sent, Class<T> type) {
        Map<String, @Nullable Object> fields = Json.object(STRICT.convertValue(current, Object.class));
        fields.putAll(sent);
        return STRICT.convertValue(fields, type);
    }
}
