package io.restoregateway.restore;

import io.restoregateway.restore.RestoreOutcome.NotAttempted;
import io.restoregateway.restore.RestoreOutcome.NotAttempted.Cause;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps a request from sending any more once something speaks against it. */
final class Brake {

    private final Journal journal;

    /** Whether a write has left; before that, trouble with the catalog is the whole request's. */
    private boolean wrote;

    private @Nullable NotAttempted reason;

    Brake(Journal journal) {
        this.journal = journal;
    }

    /** Notes that a write has left. */
    void wrote() {
        wrote = true;
    }

    boolean isOn() {
        return reason != null;
    }

    /** Why nothing more is sent. */
    NotAttempted reason() {
        return Objects.requireNonNull(reason, "Nothing speaks against sending more");
    }

    void stop(NotAttempted because) {
        reason = because;
    }

    /** Stops for trouble with the catalog; before the first write, that is the whole answer. */
    void stop(CatalogException trouble) {
        if (!wrote) {
            throw trouble;
        }
        reason = NotAttempted.because(trouble);
    }

    /** Stops because Atlan changed something other than asked. */
    void alarm() {
        reason = new NotAttempted(Cause.ALARM, "Atlan changed something other than asked, so nothing more was sent.");
        journal.alarmed();
    }

    /** Whether the journal lets a write leave, and has recorded it; what it cannot record is not sent. */
    boolean lets(List<AssetIdentity> assets) {
        try {
            Optional<NotAttempted> veto = journal.sending(assets);
            veto.ifPresent(this::stop);
            return veto.isEmpty();
        } catch (CatalogException trouble) {
            stop(trouble);
            return false;
        }
    }
}
