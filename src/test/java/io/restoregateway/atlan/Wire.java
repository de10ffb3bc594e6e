package io.restoregateway.atlan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** JSON that lies beside the tests. */
final class Wire {

    private Wire() {}

    /** One recorded exchange with Atlan's metastore. */
    static JsonNode recording(String name) {
        return Json.read(bytes("/recordings/" + name + ".json"));
    }

    /** A file of this module's tests. */
    static String file(String name) {
        return new String(bytes("/atlan/" + name), StandardCharsets.UTF_8);
    }

    static JsonNode json(String text) {
        return Objects.requireNonNull(Json.read(text.getBytes(StandardCharsets.UTF_8)), text);
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = Objects.requireNonNull(Wire.class.getResourceAsStream(resource), resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
