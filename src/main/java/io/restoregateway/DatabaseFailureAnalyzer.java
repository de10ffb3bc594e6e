package io.restoregateway;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.NestedExceptionUtils;

/** Says of a start that failed since the database does not let the gateway in which settings say where it is. */
final class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    /** How SQLSTATE begins: no connection, no such user or a wrong password, no such database, H2's file in use. */
    private static final List<String> NOT_LET_IN = List.of("08", "28", "3D", "90020");

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        String state = cause.getSQLState();
        if (state == null || NOT_LET_IN.stream().noneMatch(state::startsWith)) {
            return null;
        }
        String reason =
                String.valueOf(NestedExceptionUtils.getMostSpecificCause(cause).getMessage());
        return new FailureAnalysis(
                "The gateway's database cannot be used ("
                        + reason.lines().findFirst().orElse(state)
                        + "): set GATEWAY_DATABASE_URL, such as jdbc:postgresql://db.example.com/gateway,"
                        + " GATEWAY_DATABASE_USERNAME and GATEWAY_DATABASE_PASSWORD to what lets it in",
                null,
                cause);
    }
}
