package io.restoregateway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.TestPorts;
import io.restoregateway.browser.SwaggerUi.Answer;
import io.restoregateway.browser.SwaggerUi.Operation;
import io.restoregateway.sandbox.SandboxTenant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Swagger UI in a browser: shows every call, works as it is filled in, and keeps to its own host. */
@EnabledIf(
        value = "io.restoregateway.browser.InstalledPrograms#suffice",
        disabledReason = "the log says what is missing")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT, properties = "logging.level.root=ERROR")
@ActiveProfiles("sandbox")
class SwaggerUiTest {

    private static final int PORT = TestPorts.free();

    private static final String SERVICE = "http://127.0.0.1:" + PORT;

    private static final Path PICTURES = Path.of("target/screenshots");

    @TempDir
    private static Path profile;

    private static Chromium chromium;

    @Autowired
    private SandboxTenant tenant;

    private SwaggerUi page;

    @DynamicPropertySource
    static void port(DynamicPropertyRegistry registry) {
        registry.add("server.port", () -> PORT);
    }

    @BeforeAll
    static void startChromium() {
        chromium = Chromium.startedIn(profile);
    }

    @AfterAll
    static void closeChromium() {
        if (chromium != null) { // else it did not start, and that is the failure to tell
            chromium.close();
        }
    }

    @BeforeEach
    void openPageOfFreshSandbox() {
        tenant.reset();
        page = SwaggerUi.opened(chromium, SERVICE);
    }

    @AfterEach
    void nothingWentWrongAndNobodyElseWasAsked() {
        PageLog heard = chromium.heard();
        assertThat(heard.complaints()).isEmpty();
        assertThat(heard.failed()).isEmpty();
        assertThat(heard.asked()).isNotEmpty().allSatisfy(url -> assertThat(url).startsWith(SERVICE + "/"));
    }

    @Test
    void showsEveryOperationOfTheDescription() throws IOException {
        chromium.takePicture(page.wholePage(), PICTURES.resolve("swagger-ui.png"));

        assertThat(page.operations())
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(described().values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"restoreConnection", "restoreAsset"})
    void restoresAsFilledIn(String operationId) throws IOException {
        Answer answer = page.execute(operationId);
        chromium.takePicture(page.operation(operationId), PICTURES.resolve(operationId + ".png"));

        assertThat(answer.status()).isEqualTo("200");
        assertThat(answer.body()).contains("\"outcome\": \"RESTORED\"");
    }

    @Test
    void everyOperationWorksAsFilledIn() {
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (String operationId : described().entrySet().stream()
                .filter(operation -> !isAboutOneJob(operation.getValue()))
                .map(Map.Entry::getKey)
                .toList()) {
            tenant.reset();
            answers.put(operationId, page.execute(operationId));
            page.toggle(operationId);
        }

        assertThat(answers)
                .allSatisfy((operationId, answer) ->
                        assertThat(answer.status()).as(answer.body()).isIn("200", "202"));
    }

    /** No description can be filled in with the id of a job that does not exist yet. */
    private static boolean isAboutOneJob(Operation operation) {
        return operation.path().startsWith("/api/v1/restore-jobs/{id}");
    }

    /** The operations that the service describes, by their ids. */
    private static Map<String, Operation> described() {
        Map<String, Operation> operations = new LinkedHashMap<>();
        RestTestClient.bindToServer()
                .baseUrl(SERVICE)
                .build()
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .path("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> operations.put(
                        operation.path("operationId").asString(),
                        new Operation(
                                method.toUpperCase(Locale.ROOT),
                                path,
                                operation.path("summary").asString()))));
        return operations;
    }
}
