package io.restoregateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the gateway answered, with assertions about it. */
record Answer(int status, HttpHeaders headers, String body) {

    JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    Answer isOk() {
        assertThat(status).as(body).isEqualTo(200);
        assertThat(header("Content-Type")).isEqualTo("application/json");
        return this;
    }

    Answer isProblem(int expectedStatus, String code) {
        assertThat(status).as(body).isEqualTo(expectedStatus);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = json();
        assertThat(problem.path("code").asString()).as(body).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(expectedStatus);
        assertThat(problem.path("type").asString())
                .isEqualTo("/problems/" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(problem.path("requestId").asString()).isEqualTo(header("X-Request-Id"));
        assertThat(body).doesNotContain("Exception", "\tat ", "tools.jackson", "org.springframework");
        return this;
    }

    /** Errors at these places and no others, in this order. */
    Answer blames(String... pointers) {
        assertThat(pointers()).as(body).containsExactly(pointers);
        return this;
    }

    Answer says(String message) {
        assertThat(json().path("errors").toString()).contains(message);
        return this;
    }

    List<String> pointers() {
        return json().path("errors")
                .valueStream()
                .map(error -> error.has("parameter")
                        ? "?" + error.path("parameter").asString()
                        : error.path("pointer").asString())
                .toList();
    }
}
