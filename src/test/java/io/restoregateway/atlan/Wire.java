package io.restoregateway.atlan;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.restoregateway.restore.Guid;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What goes over the wire in tests: recordings, files beside the tests, and answers made of them. */
final class Wire {

    private Wire() {}

    /** One recorded exchange with Atlan's metastore. */
    static JsonNode recording(String name) {
        return json(text("/recordings/" + name + ".json"));
    }

    /** The answer of a recording. */
    static ResponseDefinitionBuilder recorded(String name) {
        JsonNode response = recording(name).path("response");
        return answer(response.path("status").intValue(), response.path("body").toString());
    }

    /** A file of this module's tests. */
    static String file(String name) {
        return text("/atlan/" + name);
    }

    static ResponseDefinitionBuilder answer(int status, String json) {
        return ResponseDefinitionBuilder.responseDefinition()
                .withStatus(status)
                .withHeader("Content-Type", "application/json;charset=utf-8")
                .withBody(json);
    }

    /** What an edge in front of Atlan answers. */
    static ResponseDefinitionBuilder html(int status) {
        return ResponseDefinitionBuilder.responseDefinition()
                .withStatus(status)
                .withHeader("Content-Type", "text/html")
                .withBody("<html><body><h1>" + status + "</h1></body></html>");
    }

    static ResponseDefinitionBuilder error(int status, String code, String message) {
        return answer(status, "{\"errorCode\":\"%s\",\"errorMessage\":\"%s\"}".formatted(code, message));
    }

    static ResponseDefinitionBuilder missing(Guid guid) {
        return error(404, "ATLAS-404-00-005", "Given instance guid " + guid + " is invalid/not found");
    }

    /** The answer of a bulk read. */
    static ResponseDefinitionBuilder entities(String... entities) {
        return answer(200, "{\"referredEntities\":{},\"entities\":[" + String.join(",", entities) + "]}");
    }

    /** An archived table as a bulk read tells it. */
    static String table(Guid guid) {
        return file("table.json").replace("GUID", guid.value());
    }

    static String tables(Iterable<Guid> guids) {
        StringBuilder all = new StringBuilder();
        guids.forEach(guid -> all.append(all.isEmpty() ? "" : ",").append(table(guid)));
        return all.toString();
    }

    /** The answer of a search that found these tables. */
    static ResponseDefinitionBuilder hits(int total, String... hits) {
        return answer(200, "{\"entities\":[%s],\"approximateCount\":%d}".formatted(String.join(",", hits), total));
    }

    static ResponseDefinitionBuilder hits(Guid... found) {
        return hits(found.length, Arrays.stream(found).map(Wire::table).collect(Collectors.joining(",")));
    }

    static Guid guid(int number) {
        return new Guid("%08x-0000-4000-8000-000000000000".formatted(number));
    }

    static JsonNode json(String text) {
        return Objects.requireNonNull(Json.read(text.getBytes(StandardCharsets.UTF_8)), text);
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(Wire.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
