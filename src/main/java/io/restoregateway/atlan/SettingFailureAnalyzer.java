package io.restoregateway.atlan;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionFailedException;

/** Makes a start that failed on a setting of this module say that one sentence, and nothing else. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SettingFailureAnalyzer extends AbstractFailureAnalyzer<Throwable> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, Throwable cause) {
        SettingException setting = findCause(rootFailure, SettingException.class);
        if (setting != null) {
            return new FailureAnalysis(setting.getMessage(), null, setting);
        }
        BindException binding = findCause(rootFailure, BindException.class);
        return binding == null ? null : unreadable(binding);
    }

    private @Nullable FailureAnalysis unreadable(BindException binding) {
        ConversionFailedException conversion = findCause(binding, ConversionFailedException.class);
        String property = binding.getName().toString();
        if (conversion == null || !property.startsWith(AtlanProperties.PREFIX + ".")) {
            return null;
        }
        return new FailureAnalysis(
                "%s is \"%s\", which cannot be read as a %s: correct it or leave it out"
                        .formatted(
                                property,
                                conversion.getValue(),
                                conversion.getTargetType().getType().getSimpleName()),
                null,
                binding);
    }
}
