package io.restoregateway.sandbox;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;

/** Calls a sandbox of its own over HTTP, as Atlan's clients call a tenant. */
final class SandboxClient {

    static final String BULK = "/api/meta/entity/bulk";

    final TickingClock clock = new TickingClock();
    final SandboxTenant tenant;
    private final MockMvc http;

    /** Of a tenant with the seed in it. */
    SandboxClient() {
        this(SandboxTenant::new);
    }

    private SandboxClient(Function<TickingClock, SandboxTenant> create) {
        tenant = create.apply(clock);
        AtlanFront front = new AtlanFront(tenant, "sandbox-token", clock::tick);
        http = MockMvcBuilders.standaloneSetup(new SandboxEndpoint(front)).build();
    }

    static SandboxClient ofEmptyTenant() {
        return new SandboxClient(clock -> new SandboxTenant(clock, now -> TenantState.EMPTY));
    }

    /** What came back; the body is missing where it is not JSON. */
    record Answer(int status, String contentType, String text, MockHttpServletResponse response, boolean dropped) {

        JsonNode json() {
            return Json.MAPPER.readTree(text);
        }

        String errorCode() {
            return json().path("errorCode").asString("");
        }

        JsonNode listed(String list) {
            return json().path("mutatedEntities").path(list);
        }
    }

    Answer get(String path) {
        return call("GET", path, null, "Bearer sandbox-token");
    }

    Answer post(String path, Object body) {
        String text = body instanceof String already ? already : Json.text(body);
        return call("POST", path, text, "Bearer sandbox-token");
    }

    /** Sends entries to the bulk call. */
    Answer write(Object... entities) {
        return post(BULK, Map.of("entities", List.of(entities)));
    }

    Answer archive(String guid) {
        return call("DELETE", BULK + "?guid=" + guid + "&deleteType=SOFT", null, "Bearer sandbox-token");
    }

    JsonNode entity(String guid) {
        return get("/api/meta/entity/guid/" + guid).json().path("entity");
    }

    String status(String guid) {
        return entity(guid).path("status").asString();
    }

    Answer search(Object query) {
        return post(
                "/api/meta/search/indexsearch",
                Map.of(
                        "dsl",
                        Map.of("from", 0, "size", 100, "query", query, "sort", List.of(Map.of("__guid", "asc"))),
                        "attributes",
                        List.of("qualifiedName", "name", "anchor")));
    }

    Answer call(String method, String path, @Nullable String body, @Nullable String authorization) {
        MockHttpServletRequestBuilder builder =
                request(HttpMethod.valueOf(method), URI.create("http://localhost/sandbox" + path));
        builder.header("X-Atlan-Request-Id", "request-1");
        if (authorization != null) {
            builder.header("Authorization", authorization);
        }
        if (body != null) {
            builder.contentType("application/json").content(body);
        }
        try {
            var result = http.perform(builder).andReturn();
            MockHttpServletResponse response = result.getResponse();
            boolean dropped = result.getRequest().getAttribute(DroppedConnections.ATTRIBUTE) != null;
            return new Answer(
                    response.getStatus(),
                    String.valueOf(response.getContentType()),
                    response.getContentAsString(StandardCharsets.UTF_8),
                    response,
                    dropped);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one asset of that type and qualifiedName. */
    StoredAsset stored(String typeName, String qualifiedName) {
        return tenant.named(qualifiedName).stream()
                .filter(asset -> asset.typeName().equals(typeName))
                .findFirst()
                .orElseThrow();
    }

    /** The entry that restores an asset: only what is stored. */
    static Map<String, Object> entry(StoredAsset asset) {
        return entry(asset, Map.of());
    }

    static Map<String, Object> entry(StoredAsset asset, Map<String, ?> more) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("qualifiedName", asset.qualifiedName());
        attributes.put("name", asset.name());
        attributes.putAll(more);
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("typeName", asset.typeName());
        entry.put("guid", asset.guid());
        entry.put("attributes", attributes);
        entry.put("status", "ACTIVE");
        return entry;
    }

    static Map<String, Object> without(Map<String, Object> entry, String key) {
        Map<String, Object> copy = new LinkedHashMap<>(entry);
        copy.remove(key);
        return copy;
    }

    static Map<String, Object> with(Map<String, Object> entry, String key, @Nullable Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(entry);
        copy.put(key, value);
        return copy;
    }
}
