package io.restoregateway.access;

import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.DefaultResourceLoader;

/** Who may call, read again from wherever settings lie: files, config trees, the environment. */
final class FreshSettings {

    /** What Spring Boot calls the sources that it has read from files, and the view that it puts before all sources. */
    private static final String FROM_FILES = "Config ";

    private static final String IN_THE_JAR = "class path resource";

    private static final String VIEW = "configurationProperties";

    private final ConfigurableEnvironment started;

    /** @param started the environment that the gateway was started with */
    FreshSettings(ConfigurableEnvironment started) {
        this.started = started;
    }

    /**
     * Reads them.
     *
     * @throws RuntimeException when something is wrong with them
     */
    AccessProperties read() {
        StandardEnvironment fresh = new StandardEnvironment();
        MutablePropertySources sources = fresh.getPropertySources();
        sources.stream().map(PropertySource::getName).toList().forEach(sources::remove);
        started.getPropertySources().stream()
                .filter(source -> !source.getName().startsWith(FROM_FILES)
                        && !source.getName().equals(VIEW))
                .forEach(sources::addLast);
        ConfigDataEnvironmentPostProcessor.applyTo(
                fresh, new DefaultResourceLoader(), null, started.getActiveProfiles());
        return Binder.get(fresh)
                .bindOrCreate(
                        AccessProperties.PREFIX,
                        Bindable.of(AccessProperties.class),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT, FreshSettings::isWrittenByOperators));
    }

    /** There a mistyped setting is a mistake; the gateway's own defaults are overridden, and variables may be anybody's. */
    private static boolean isWrittenByOperators(ConfigurationPropertySource source) {
        return new UnboundElementsSourceFilter().apply(source)
                && !(source.getUnderlyingSource() instanceof PropertySource<?> file
                        && file.getName().contains(IN_THE_JAR));
    }
}
