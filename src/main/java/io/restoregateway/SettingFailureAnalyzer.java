package io.restoregateway;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionFailedException;

/** Makes a start that failed on a setting of the gateway say that in one sentence, and nothing else. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SettingFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

    private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("gateway");

    private static final ConfigurationPropertyName TENANT = ConfigurationPropertyName.of("gateway.atlan.base-url");

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException binding) {
        if (!OURS.isAncestorOf(binding.getName())) {
            return null;
        }
        ConversionFailedException conversion = findCause(binding, ConversionFailedException.class);
        String sentence = conversion == null ? saidByTheSettings(binding) : unreadable(binding.getName(), conversion);
        return sentence == null ? null : new FailureAnalysis(sentence, null, binding);
    }

    private @Nullable String saidByTheSettings(BindException binding) {
        IllegalArgumentException refused = findCause(binding, IllegalArgumentException.class);
        return refused == null ? null : refused.getMessage();
    }

    private static String unreadable(ConfigurationPropertyName setting, ConversionFailedException conversion) {
        if (setting.equals(TENANT)) {
            return "ATLAN_BASE_URL cannot be read as a URL: set it to your tenant's URL, for example"
                    + " https://acme.atlan.com";
        }
        Class<?> type = conversion.getTargetType().getType();
        return "%s is \"%s\", %s"
                .formatted(
                        setting,
                        conversion.getValue(),
                        type.isEnum()
                                ? "which is not among its values: set it to " + values(type)
                                : "which cannot be read as a %s: correct it or leave it out"
                                        .formatted(type.getSimpleName()));
    }

    private static String values(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(value -> value.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(" or "));
    }
}
