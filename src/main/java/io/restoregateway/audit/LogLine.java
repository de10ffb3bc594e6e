package io.restoregateway.audit;

import org.jspecify.annotations.Nullable;

/** A value in one line: what Atlan stores may hold line breaks, and must not forge lines of the log. */
final class LogLine {

    private LogLine() {}

    static String of(@Nullable Object value) {
        return String.valueOf(value)
                .replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replaceAll("\\p{Cntrl}", "?");
    }
}
