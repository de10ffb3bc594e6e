package io.restoregateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every setting that the code knows stands in the file of settings with its true default, and in the README. */
class SettingsDocumentedTest {

    private static final String SANDBOX = "gateway.sandbox.";

    private final Properties usual = settingsIn("application.yaml");

    private final Properties sandbox = settingsIn("application-sandbox.yaml");

    @Test
    void standInTheFileWithTheirDefaults() {
        assertThat(settings()).hasSizeGreaterThan(30).allSatisfy(setting -> {
            String name = setting.get("name").stringValue();
            Properties file = name.startsWith(SANDBOX) ? sandbox : usual;
            assertThat(file).containsKey(name);
            String value = file.getProperty(name);
            if (setting.has("defaultValue") && !value.startsWith("${")) {
                assertThat(value).as(name).isEqualTo(setting.get("defaultValue").asString());
            }
        });
    }

    @Test
    void standInTheReadme() throws IOException {
        List<String> readme = Files.readAllLines(Path.of("README.md"));

        assertThat(settings())
                .extracting(setting -> setting.get("name").stringValue())
                .filteredOn(name -> !name.startsWith(SANDBOX))
                .allSatisfy(name -> assertThat(readme).anyMatch(line -> tells(line, name)));
    }

    /** In a row of its own, in one that it shares with others of its group, or by its environment variable. */
    private boolean tells(String line, String name) {
        int dot = name.lastIndexOf('.');
        String value = usual.getProperty(name);
        boolean shared =
                line.startsWith("| `" + name.substring(0, dot) + ".") && line.contains("`" + name.substring(dot) + "`");
        boolean variable =
                value.startsWith("${") && line.startsWith("| `" + value.substring(2, value.indexOf(':')) + "`");
        return line.startsWith("| `" + name + "`") || shared || variable;
    }

    private static Stream<JsonNode> settings() {
        try (var metadata = new ClassPathResource("META-INF/spring-configuration-metadata.json").getInputStream()) {
            return new JsonMapper().readTree(metadata).get("properties").values().stream();
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    private static Properties settingsIn(String file) {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource(file));
        return yaml.getObject();
    }
}
