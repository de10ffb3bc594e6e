package io.restoregateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class OpenApiContractTest {

    private static final Path CONTRACT = Path.of("api/openapi.yaml");

    @Autowired
    private Gateway gateway;

    @Test
    void theContractIsExactlyWhatIsServed() throws IOException {
        String served = gateway.get("/v3/api-docs.yaml").body();
        if (Boolean.getBoolean("openapi.update")) {
            Files.createDirectories(CONTRACT.getParent());
            Files.writeString(CONTRACT, served);
        }

        assertThat(Files.readString(CONTRACT))
                .as("api/openapi.yaml differs from what is served; when the change is meant, update it with"
                        + " ./mvnw test -Dtest=OpenApiContractTest -Dopenapi.update=true and read the difference")
                .isEqualTo(served);
    }

    @Test
    void theContractNamesNoHostAndNoSandbox() throws IOException {
        assertThat(Files.readString(CONTRACT)).doesNotContain("localhost", "/sandbox");
    }
}
