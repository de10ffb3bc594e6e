package io.restoregateway.audit;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** Lets a class's errors be heard, also when another test in this JVM has turned the audit's log off. */
record HeardLogger(Class<?> type) implements BeforeEachCallback, AfterEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        hear(LogLevel.ERROR);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        hear(null);
    }

    private void hear(LogLevel level) {
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel(type.getName(), level);
    }
}
