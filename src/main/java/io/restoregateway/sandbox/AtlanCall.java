package io.restoregateway.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call as it came over HTTP.
 *
 * @param path the decoded path below {@code /sandbox}, without a trailing slash
 * @param query the decoded query parameters
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record AtlanCall(
        String method,
        String path,
        Map<String, List<String>> query,
        @Nullable String authorization,
        @Nullable String requestId,
        byte[] body) {

    List<String> parameters(String name) {
        return query.getOrDefault(name, List.of());
    }

    @Nullable
    String parameter(String name) {
        return parameters(name).stream().findFirst().orElse(null);
    }

    boolean flag(String name) {
        return "true".equalsIgnoreCase(parameter(name));
    }

    boolean isAuthorizedBy(String token) {
        return ("Bearer " + token).equals(authorization);
    }

    /** A path decoded, and without its trailing slash. */
    static String decodedPath(String path) {
        String decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        return decoded.length() > 1 && decoded.endsWith("/") ? decoded.substring(0, decoded.length() - 1) : decoded;
    }

    /** A query's parameters decoded, their names too. */
    static Map<String, List<String>> decodedQuery(@Nullable String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (query == null) {
            return parameters;
        }
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
