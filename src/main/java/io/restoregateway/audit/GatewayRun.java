package io.restoregateway.audit;

import java.sql.DatabaseMetaData;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** This run of the gateway, from its start to its end; told from all other runs and replicas. */
@Component
public final class GatewayRun {

    private final UUID id = UUID.randomUUID();

    private final boolean alone;

    GatewayRun(JdbcTemplate jdbc) {
        ConnectionCallback<Boolean> look = connection -> isEmbedded(connection.getMetaData());
        this.alone = Boolean.TRUE.equals(jdbc.execute(look));
    }

    UUID id() {
        return id;
    }

    /** Whether no other process can have this database open, so that whatever other runs wrote is from before. */
    public boolean isAlone() {
        return alone;
    }

    private static boolean isEmbedded(DatabaseMetaData database) throws java.sql.SQLException {
        String url = database.getURL().toLowerCase(Locale.ROOT);
        return url.startsWith("jdbc:h2:")
                && !url.startsWith("jdbc:h2:tcp:")
                && !url.startsWith("jdbc:h2:ssl:")
                && !url.contains("auto_server=true");
    }
}
