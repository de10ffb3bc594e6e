package io.restoregateway;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stops the start when something is set that is no setting: a mistyped one would otherwise be as good as not set. */
@Component
final class UnknownSettings {

    private static final Logger LOG = LoggerFactory.getLogger(UnknownSettings.class);

    private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("gateway");

    /** Written by the compiler, from the records of settings. */
    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    private static final Pattern LIST = Pattern.compile("java\\.util\\.List<(.+)>");

    private static final Pattern OTHERS = Pattern.compile(".*_SERVICE_(HOST|PORT(_.*)?)|.*_PORT(_[0-9]+_(TCP|UDP).*)?");

    /** Those that stand for settings under other names. */
    private static final Set<String> VARIABLES = Set.of(
            "GATEWAY_API_KEY",
            "GATEWAY_BIND",
            "GATEWAY_DATA_DIR",
            "GATEWAY_DATABASE_PASSWORD",
            "GATEWAY_DATABASE_URL",
            "GATEWAY_DATABASE_USERNAME",
            "GATEWAY_MEMORY",
            "GATEWAY_OIDC_AUDIENCE",
            "GATEWAY_OIDC_ISSUER",
            "GATEWAY_SCRAPE_KEY",
            "GATEWAY_SECRETS_DIR",
            "GATEWAY_TRACING_ENABLED");

    private final Set<String> known = new HashSet<>();

    private final Set<String> groups;

    UnknownSettings(Environment environment) throws IOException {
        for (URL metadata :
                Collections.list(UnknownSettings.class.getClassLoader().getResources(METADATA))) {
            try (InputStream written = metadata.openStream()) {
                JsonMapper.shared().readTree(written).path("properties").forEach(this::learn);
            }
        }
        this.groups = known.stream().map(name -> name.split("\\.", -1)[1]).collect(Collectors.toSet());
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            firstUnknown(source).ifPresent(name -> {
                throw new UnknownSettingException(name + " is no setting of the gateway: correct it or leave it out");
            });
        }
    }

    private void learn(JsonNode property) {
        String name = property.path("name").asString();
        if (name.startsWith(OURS + ".")) {
            known.add(uniform(ConfigurationPropertyName.of(name)));
            Matcher list = LIST.matcher(property.path("type").asString());
            if (list.matches()) {
                membersOf(list.group(1))
                        .forEach(member -> known.add(uniform(ConfigurationPropertyName.of(name)) + "." + member));
            }
        }
    }

    private static Stream<String> membersOf(String type) {
        Class<?> element = ClassUtils.resolveClassName(type, null);
        return element.isRecord()
                ? Arrays.stream(element.getRecordComponents()).map(RecordComponent::getName)
                : Stream.empty();
    }

    private Optional<ConfigurationPropertyName> firstUnknown(ConfigurationPropertySource source) {
        if (!(source instanceof IterableConfigurationPropertySource named)) {
            return Optional.empty();
        }
        boolean variables = source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
        List<ConfigurationPropertyName> unknown = named.stream()
                .filter(OURS::isAncestorOf)
                .filter(name -> !known.contains(uniform(name)))
                .filter(name -> !variables || !isOfOthers(name))
                .toList();
        if (!variables) {
            return unknown.stream().findFirst();
        }
        // Others may use variables of that beginning too.
        unknown.stream()
                .filter(name -> !groups.contains(name.getElement(1, Form.UNIFORM)))
                .forEach(name -> LOG.warn("A variable is no setting of the gateway: {}", variable(name)));
        return unknown.stream()
                .filter(name -> groups.contains(name.getElement(1, Form.UNIFORM)))
                .findFirst();
    }

    /** What Kubernetes sets for services whose names begin so, docker-compose.yml uses, and application.yaml. */
    private static boolean isOfOthers(ConfigurationPropertyName name) {
        String variable = variable(name);
        return OTHERS.matcher(variable).matches() || VARIABLES.contains(variable);
    }

    private static String variable(ConfigurationPropertyName name) {
        return name.toString()
                .toUpperCase(Locale.ROOT)
                .replaceAll("[.\\[]", "_")
                .replaceAll("[\\]-]", "");
    }

    /** Without dashes, places in lists, and case. */
    private static String uniform(ConfigurationPropertyName name) {
        return IntStream.range(0, name.getNumberOfElements())
                .filter(index -> !name.isNumericIndex(index))
                .mapToObj(index -> name.getElement(index, Form.UNIFORM))
                .collect(Collectors.joining("."));
    }
}
