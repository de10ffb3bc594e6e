package io.restoregateway.web.atlan;

import io.restoregateway.restore.StoredAsset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** Calls the gateway as Atlan's clients call Atlan. */
@TestComponent
class AtlanClient {

    private final MockMvcTester mvc;

    AtlanClient(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    AtlanAnswer post(String body) {
        return post("", body);
    }

    /** Posts to the path, with that behind it. */
    AtlanAnswer post(String more, String body) {
        return post(more, body.getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON_VALUE);
    }

    AtlanAnswer post(String more, byte[] body, String contentType) {
        return answer(mvc.post()
                .uri("/api/meta/entity/bulk" + more)
                .header("Authorization", "Bearer " + GuardedCallTest.KEY)
                .contentType(contentType)
                .content(body)
                .exchange());
    }

    AtlanAnswer get() {
        return answer(mvc.get()
                .uri("/api/meta/entity/bulk")
                .header("Authorization", "Bearer " + GuardedCallTest.KEY)
                .exchange());
    }

    AtlanAnswer postWithoutKey(String body) {
        return answer(mvc.post()
                .uri("/api/meta/entity/bulk/")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange());
    }

    static String file(String name) {
        try {
            return new ClassPathResource("web/atlan/" + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The body that restores these assets. */
    static String restoring(StoredAsset... assets) {
        return Arrays.stream(assets)
                .map(asset -> JsonMapper.shared().writeValueAsString(entity(asset, Map.of())))
                .collect(Collectors.joining(",", "{\"entities\":[", "]}"));
    }

    /** The body that restores an asset and says that of its attributes besides. */
    static String restoring(StoredAsset asset, Map<String, ?> attributes) {
        return JsonMapper.shared().writeValueAsString(Map.of("entities", List.of(entity(asset, attributes))));
    }

    private static Map<String, Object> entity(StoredAsset asset, Map<String, ?> more) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("qualifiedName", asset.identity().qualifiedName().value());
        attributes.put("name", asset.name());
        attributes.putAll(more);
        return Map.of(
                "typeName",
                asset.typeName().value(),
                "guid",
                asset.guid().value(),
                "status",
                "ACTIVE",
                "attributes",
                attributes);
    }

    private static AtlanAnswer answer(MvcTestResult result) {
        var response = result.getResponse();
        try {
            return new AtlanAnswer(
                    response.getStatus(),
                    response.getContentAsString(StandardCharsets.UTF_8),
                    String.valueOf(response.getContentType()),
                    response.getHeader("Retry-After"),
                    response.getHeader("X-Request-Id"));
        } catch (UnsupportedEncodingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
