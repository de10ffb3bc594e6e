package io.restoregateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.context.ActiveProfiles;

/** The sandbox as the gateway's process serves it: on a real port, where connections can break. */
@SpringBootTest(
        classes = SandboxOverTheWireTest.Gateway.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "management.endpoint.health.validate-group-membership=false")
@ActiveProfiles("sandbox")
class SandboxOverTheWireTest {

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({SandboxConfiguration.class, SandboxEndpoint.class})
    static class Gateway {

        @Bean
        SecurityFilterChain everybody(HttpSecurity http) {
            return http.csrf(csrf -> csrf.disable())
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private SandboxTenant tenant;

    @BeforeEach
    void reset() {
        tenant.reset();
    }

    @Test
    void readsAnArchivedAsset() throws Exception {
        HttpResponse<String> answer = send(get("/api/meta/entity/guid/e185209b-4b08-4e2f-acc7-35c47229f67f"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Atlan-Request-Id")).contains("request-1");
        assertThat(answer.body()).contains("\"status\":\"DELETED\"");
    }

    @Test
    void findsTheAttributeWhetherItsColonIsEncodedOrNot() throws Exception {
        String path = "/api/meta/entity/uniqueAttribute/type/Connection?";
        String value = "=default%2Fmongodb%2Fmongodb.atlan.com";

        assertThat(send(get(path + "attr:qualifiedName" + value)).statusCode()).isEqualTo(200);
        assertThat(send(get(path + "attr%3AqualifiedName" + value)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void restoresThePublishedConnectionWithATrailingSlash() throws Exception {
        assertThat(send(restore("/")).statusCode()).isEqualTo(200);
        assertThat(published().status()).isEqualTo(AssetStatus.ACTIVE);
    }

    @Test
    void dropsTheConnectionBeforeTheCommit() {
        tenant.queue(Fault.dropsBeforeCommit(CallKind.WRITE));

        assertThatThrownBy(() -> send(restore(""))).isInstanceOf(IOException.class);
        assertThat(published().status()).isEqualTo(AssetStatus.DELETED);
    }

    @Test
    void dropsTheConnectionAfterTheCommit() {
        tenant.queue(Fault.dropsAfterCommit(CallKind.WRITE));

        assertThatThrownBy(() -> send(restore(""))).isInstanceOf(IOException.class);
        assertThat(published().status()).isEqualTo(AssetStatus.ACTIVE);
    }

    @Test
    void cutsTheAnswerInTheMiddle() {
        tenant.queue(Fault.truncates(CallKind.WRITE));

        assertThatThrownBy(() -> send(restore(""))).isInstanceOf(IOException.class);
        assertThat(published().status()).isEqualTo(AssetStatus.ACTIVE);
    }

    @Test
    void staysAliveAfterABrokenConnection() throws Exception {
        tenant.queue(Fault.dropsBeforeCommit(CallKind.WRITE));
        assertThatThrownBy(() -> send(restore(""))).isInstanceOf(IOException.class);

        assertThat(send(get("/control/calls")).statusCode()).isEqualTo(200);
    }

    @Test
    void isNoPartOfTheContract() throws Exception {
        HttpRequest docs = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v3/api-docs"))
                .build();

        assertThat(send(docs).body()).contains("\"openapi\"").doesNotContain("sandbox/");
    }

    private StoredAsset published() {
        return tenant.asset("e185209b-4b08-4e2f-acc7-35c47229f67f").orElseThrow();
    }

    private HttpRequest get(String path) {
        return to(path).GET().build();
    }

    private HttpRequest restore(String slash) {
        String body = Json.text(Json.of("entities", List.of(SandboxClient.entry(published()))));
        return to("/api/meta/entity/bulk" + slash + "?replaceClassifications=false")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sandbox" + path))
                .header("Authorization", "Bearer sandbox-token")
                .header("X-Atlan-Request-Id", "request-1");
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
