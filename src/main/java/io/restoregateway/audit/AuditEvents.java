package io.restoregateway.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** All that was recorded and is still kept. */
public interface AuditEvents {

    /**
     * Finds events, the latest first.
     *
     * @param last the id that the page before ended with; null for the first page
     * @param limit how many at most, at least 1
     * @throws DataAccessException when the database does not answer
     */
    List<AuditEvent> find(AuditSelector selector, @Nullable Long last, int limit);
}
