package io.restoregateway.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** Which services docker-compose.yml starts by which profile, and that none of them has more rights than it needs. */
class ComposeProfilesTest {

    private static Map<String, Map<String, Object>> services;

    @BeforeAll
    static void read() throws IOException {
        try (Reader file = Files.newBufferedReader(Path.of("docker-compose.yml"))) {
            Map<String, Map<String, Map<String, Object>>> compose = new Yaml().load(file);
            services = compose.get("services");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "full | sandbox, gateway, postgres, proxy, prometheus, grafana",
                "minimal | sandbox, gateway-alone",
                "tenant | gateway-for-tenant, postgres-for-tenant, proxy, prometheus, grafana"
            })
    void startsByProfile(String profile, String names) {
        assertThat(services.entrySet().stream()
                        .filter(service -> ((List<?>) service.getValue().get("profiles")).contains(profile))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(names.split(", ", -1));
    }

    @Test
    void startsEverythingWhenNobodySaysOtherwise() throws IOException {
        Properties defaults = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of(".env"))) {
            defaults.load(file);
        }

        assertThat(defaults).containsOnly(Map.entry("COMPOSE_PROFILES", "full"));
    }

    @Test
    void noGatewayMayMoreThanItNeeds() {
        assertThat(List.of("sandbox", "gateway", "gateway-alone", "gateway-for-tenant"))
                .allSatisfy(name -> assertThat(services.get(name))
                        .containsEntry("read_only", true)
                        .containsEntry("cap_drop", List.of("ALL"))
                        .containsEntry("security_opt", List.of("no-new-privileges:true"))
                        .containsEntry("stop_grace_period", "30s")
                        .doesNotContainKey("privileged"));
    }

    @Test
    void prometheusMayReadItsKeyWhoeverItRunsAs() {
        Object config = ((List<?>) services.get("prometheus").get("configs")).getFirst();

        assertThat(((Map<?, ?>) config).get("mode")).isEqualTo(0444);
    }

    @Test
    void whatStandsBeforeATenantSharesNothingWithTheSandbox() {
        assertThat(services.get("gateway-for-tenant").get("environment").toString())
                .doesNotContain("sandbox-caller-key", "sandbox-token", "ALLOWINSECUREHTTP", "sandbox-database");
        assertThat(services.get("postgres-for-tenant").get("volumes"))
                .isNotEqualTo(services.get("postgres").get("volumes"));
    }
}
