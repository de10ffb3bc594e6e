package io.restoregateway.audit;

import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A write that was about to be sent and was not heard of since.
 *
 * @param withoutEffect whether it is known that it changed nothing
 */
record OpenIntent(long id, @Nullable UUID jobId, Action action, AssetIdentity asset, boolean withoutEffect) {

    static OpenIntent of(ResultSet row) throws SQLException {
        return new OpenIntent(
                row.getLong("id"),
                row.getObject("job_id", UUID.class),
                Action.valueOf(row.getString("action")),
                new AssetIdentity(
                        new TypeName(row.getString("type_name")),
                        new QualifiedName(row.getString("qualified_name")),
                        new Guid(row.getString("guid"))),
                Boolean.FALSE.equals(row.getObject("acted", Boolean.class)));
    }

    Guid guid() {
        return asset.guid();
    }
}
