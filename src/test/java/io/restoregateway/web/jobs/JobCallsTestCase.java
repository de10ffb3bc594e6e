package io.restoregateway.web.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.archive.Archive;
import io.restoregateway.jobs.RestoreJobs;
import io.restoregateway.restore.Pause;
import io.restoregateway.restore.RestoreAssets;
import io.restoregateway.restore.Tenant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calls about bulk jobs behind a real socket, with jobs in memory that only stand there. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "db-scheduler.enabled=false",
            "gateway.atlan.base-url=https://acme.atlan.com",
            "gateway.atlan.api-key=not-used",
            "gateway.access.mode=api-key",
            "gateway.access.api-key=" + JobCallsTestCase.KEY,
            "gateway.jobs.max-manifest-size=50MB",
            "gateway.jobs.events.interval=20ms",
            "gateway.jobs.events.heartbeat=200ms",
            "gateway.jobs.events.max-watchers=4"
        })
@MockitoBean(types = {RestoreAssets.class, Archive.class, Tenant.class, Pause.class})
abstract class JobCallsTestCase {

    static final String KEY = "the-key-of-the-tests";

    static final String PATH = "/api/v1/restore-jobs";

    static final String GUID = "e185209b-4b08-4e2f-acc7-35c47229f67f";

    static final String ASSET =
            "{\"typeName\":\"Connection\",\"qualifiedName\":\"default/mongodb\",\"guid\":\"" + GUID + "\"}";

    static final String HEADER = "typeName,qualifiedName,guid\r\n";

    static final String ROW = "Connection,default/mongodb," + GUID + "\r\n";

    private static final JobsInMemory IN_MEMORY = new JobsInMemory();

    @TestBean(methodName = "inMemory")
    private RestoreJobs restoreJobs;

    @Value("${local.server.port}")
    int port;

    final JobsInMemory jobs = IN_MEMORY;

    final HttpClient http = HttpClient.newHttpClient();

    static RestoreJobs inMemory() {
        return IN_MEMORY;
    }

    @BeforeEach
    void noJobs() {
        jobs.clear();
        assertThat(restoreJobs).isSameAs(jobs);
    }

    @AfterEach
    void everyUploadWasClosed() {
        assertThat(jobs.open).isEmpty();
    }

    /** What the gateway answered. */
    record Answer(HttpResponse<String> response) {

        JsonNode json() {
            return JsonMapper.shared().readTree(response.body());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        Answer is(int status) {
            assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
            return this;
        }

        Answer isProblem(int status, String code) {
            is(status);
            assertThat(header("Content-Type")).startsWith("application/problem+json");
            assertThat(json().path("code").asString()).as(response.body()).isEqualTo(code);
            return this;
        }

        Answer says(String text) {
            assertThat(response.body()).contains(text);
            return this;
        }

        java.util.List<String> places() {
            return json().path("errors")
                    .valueStream()
                    .map(error -> error.has("parameter")
                            ? "?" + error.path("parameter").asString()
                            : error.has("line")
                                    ? "line " + error.path("line").asLong()
                                    : error.path("pointer").asString())
                    .toList();
        }
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("X-API-Key", KEY);
    }

    Answer post(String path, String type, String body, String... headers) {
        HttpRequest.Builder request = to(path).header("Content-Type", type).POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    Answer order(String json, String... headers) {
        return post(PATH, "application/json", json, headers);
    }

    Answer csv(String body) {
        return post(PATH, "text/csv", body);
    }

    Answer get(String path) {
        return send(to(path).GET());
    }

    Answer command(String path) {
        return send(to(path).POST(BodyPublishers.noBody()));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
