package io.restoregateway.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes back over HTTP, and whether all of it arrives. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record AtlanAnswer(int status, String contentType, Map<String, String> headers, byte[] body, Fault.Delivery delivery) {

    private static final String JSON = "application/json;charset=utf-8";

    static AtlanAnswer json(int status, Object body) {
        return new AtlanAnswer(status, JSON, Map.of(), Json.bytes(body), Fault.Delivery.WHOLE);
    }

    static AtlanAnswer text(int status, String contentType, String body) {
        return new AtlanAnswer(
                status, contentType, Map.of(), body.getBytes(StandardCharsets.UTF_8), Fault.Delivery.WHOLE);
    }

    AtlanAnswer withHeader(String name, @Nullable String value) {
        if (value == null) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new AtlanAnswer(status, contentType, more, body, delivery);
    }

    AtlanAnswer delivered(Fault.Delivery as) {
        return new AtlanAnswer(status, contentType, headers, body, as);
    }
}
