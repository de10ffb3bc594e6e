package io.restoregateway.sandbox;

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
}
