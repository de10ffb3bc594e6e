package io.restoregateway.restore;

import io.restoregateway.restore.CatalogException.Trouble;
import io.restoregateway.restore.RestoreAnswer.Committed;
import io.restoregateway.restore.RestoreAnswer.NeverSent;
import io.restoregateway.restore.RestoreAnswer.Rejected;
import io.restoregateway.restore.RestoreAnswer.Unanswered;
import io.restoregateway.restore.RestoreOutcome.NotAttempted;
import io.restoregateway.restore.RestoreOutcome.NotAttempted.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request on its way through the catalog: verify, send write by write, find out what became of it. */
final class RestoreRun {

    /** How often a verification that is stale as soon as it is made is made again. */
    static final int MOST_VERIFICATIONS = 2;

    static final String TOO_SLOW = "Atlan answers too slowly for a verification to hold until the write";

    static final String ALARM = "Atlan changed something other than asked, so nothing more was sent.";

    /** A conflict in the store passes quickly. */
    static final Duration CONFLICT_PAUSE = Duration.ofMillis(500);

    private final Catalog catalog;

    private final Ledger ledger;

    private final RestoreOptions options;

    private final RestoreAssets.Means means;

    private final Mandate mandate;

    private final Verifier verifier;

    private final LookAgain lookAgain;

    /** Whether a write has left; before that, trouble with the catalog is the whole request's. */
    private boolean wrote;

    private @Nullable NotAttempted stop;

    RestoreRun(Catalog catalog, List<AssetClaim> claims, RestoreOptions options, RestoreAssets assets) {
        this.catalog = catalog;
        this.ledger = new Ledger(claims);
        this.options = options;
        this.means = assets.means();
        this.mandate = assets.mandate();
        this.verifier = new Verifier(means, options, mandate.companions());
        this.lookAgain = new LookAgain(means.clock(), means.pause());
    }

    /**
     * Runs the request.
     *
     * @param known surroundings searched just before, where there are some
     */
    List<RestoreOutcome> outcomes(@Nullable Surroundings known) {
        verify(ledger.guids(), known);
        if (options.validateOnly()) {
            wouldRestore();
        } else if (options.allOrNothing()) {
            sendAllOrNothing();
        } else {
            sendAll();
        }
        new Confirmation(catalog, ledger, options, means).judgeAllSent();
        return ledger.outcomes();
    }

    private void verify(Collection<Guid> guids, @Nullable Surroundings known) {
        verifier.verify(catalog, ledger.claims(guids), ledger.companionsOf(guids), known)
                .forEach(ledger::verdict);
    }

    private void wouldRestore() {
        for (RestorableAsset asset : ledger.toSend()) {
            Verification.Verified proof = ledger.proof(asset.guid());
            ledger.settle(
                    asset.guid(), new RestoreOutcome.WouldRestore(asset.stored(), proof.brings(), proof.warnings()));
        }
    }

    private void sendAllOrNothing() {
        List<List<Guid>> writes = ParentsFirst.writes(ledger.toSend(), mandate.perWrite());
        if (writes.size() > 1) {
            refuseToGoAlone();
        }
        sendEach(writes);
    }

    /** All or nothing is one write; administrators take effect outside of it. */
    private void refuseToGoAlone() {
        Refusal refusal = Refusal.because(
                Refusal.Reason.ATTRIBUTE_MISMATCH,
                "Administrators can be added to a connection only in a call that names no other asset.");
        ledger.toSend().stream()
                .filter(ParentsFirst::travelsAlone)
                .map(RestorableAsset::guid)
                .forEach(guid -> ledger.settle(guid, new RestoreOutcome.Refused(refusal)));
    }

    private void sendAll() {
        sendEach(ParentsFirst.writes(ledger.toSend(), mandate.perWrite()));
    }

    /** Sends nothing that could not be confirmed: what was reserved may have been used up by verifying. */
    private void sendEach(List<List<Guid>> writes) {
        if (!writes.isEmpty() && !isRefused()) {
            catalog.secure(writes.size() + 1);
        }
        writes.forEach(write -> send(write, means.settings().resends()));
    }

    /** Sends those that are still to be sent, on a fresh verification, and deals with the answer. */
    private void send(Collection<Guid> guids, int resends) {
        refresh(guids);
        if (stop == null && isRefused()) {
            stop = new NotAttempted(Cause.OTHER_REFUSED, "Another asset of the request was refused.");
        }
        if (stop != null) {
            ledger.leave(guids, stop);
            return;
        }
        ledger.refuseBringers(guids);
        if (means.settings().refuseArchivedParent()) {
            ledger.refuseOrphans(guids);
        }
        List<RestorableAsset> assets = ledger.toSend(guids);
        if (assets.isEmpty()) {
            return;
        }
        List<AssetIdentity> identities =
                assets.stream().map(RestorableAsset::identity).toList();
        Optional<NotAttempted> veto = veto(identities);
        if (veto.isPresent()) {
            stop = veto.get();
            ledger.leave(guids, stop);
            return;
        }
        RestoreAnswer answer = catalog.restore(assets);
        mandate.journal().answered(identities, answer.reply());
        switch (answer) {
            case Committed committed -> committed(assets, committed);
            case Rejected rejected -> rejected(assets, rejected, resends);
            case NeverSent neverSent -> halt(neverSent.cause(), guids);
            case Unanswered unanswered -> unanswered(assets, unanswered, resends);
        }
    }

    /** Why the journal forbids it; what it cannot record is not sent. */
    private Optional<NotAttempted> veto(List<AssetIdentity> identities) {
        try {
            return mandate.journal().sending(identities);
        } catch (CatalogException trouble) {
            return Optional.of(stopped(trouble));
        }
    }

    private boolean isRefused() {
        return options.allOrNothing() && ledger.hasFailures();
    }

    /** Verifies again until nothing is stale; who is too slow for that, on its word nothing is sent. */
    private void refresh(Collection<Guid> guids) {
        for (int attempt = 0; stop == null && isStale(guids); attempt++) {
            if (attempt == MOST_VERIFICATIONS) {
                halt(new CatalogException(Trouble.UNAVAILABLE, TOO_SLOW, null, null), guids);
            } else {
                verifyAgain(guids(ledger.toSend(guids)));
            }
        }
    }

    private boolean isStale(Collection<Guid> guids) {
        Instant now = means.clock().instant();
        return ledger.toSend(guids).stream().anyMatch(asset -> now.isAfter(asset.staleAfter()));
    }

    private void verifyAgain(List<Guid> guids) {
        try {
            verify(guids, null);
        } catch (CatalogException trouble) {
            halt(trouble, guids);
        }
    }

    private void committed(List<RestorableAsset> assets, Committed committed) {
        wrote = true;
        ledger.sent(guids(assets));
        ledger.evidence().record(assets, committed, ledger.proofs());
        if (ledger.evidence().isAlarming()) {
            alarm();
        }
    }

    private void alarm() {
        stop = new NotAttempted(Cause.ALARM, ALARM);
        mandate.journal().alarmed();
    }

    /** A write is one transaction: takes out the entry to blame, or halves to find it, and sends the others again. */
    private void rejected(List<RestorableAsset> assets, Rejected rejected, int resends) {
        wrote = true;
        List<Guid> guids = guids(assets);
        if (rejected.reason().kind() == Failure.Kind.UPSTREAM_UNAUTHENTICATED) {
            guids.forEach(guid -> ledger.fail(guid, rejected.reason()));
            stop = new NotAttempted(Cause.UPSTREAM_UNAUTHENTICATED, "Atlan refuses the gateway's token.");
            return;
        }
        Guid culprit = rejected.culprit();
        List<Guid> blamed = culprit != null && guids.contains(culprit) ? List.of(culprit) : guids;
        if (options.allOrNothing()) {
            blamed.forEach(guid -> ledger.fail(guid, rejected.reason()));
            ledger.leave(guids, new NotAttempted(Cause.OTHER_REFUSED, "Atlan refused another asset of the request."));
        } else if (blamed.size() == 1) {
            ledger.fail(blamed.getFirst(), told(ledger.proof(blamed.getFirst()).asset(), rejected.reason()));
            send(without(guids, blamed.getFirst()), resends);
        } else {
            send(guids.subList(0, guids.size() / 2), resends);
            send(guids.subList(guids.size() / 2, guids.size()), resends);
        }
    }

    /** Administrators take effect at once and outside the transaction, also when Atlan then refuses the write. */
    private static Failure told(RestorableAsset asset, Failure reason) {
        return ParentsFirst.travelsAlone(asset)
                ? new Failure(
                        reason.kind(),
                        reason.detail() + " The administrators given may have been added all the same.",
                        reason.upstream())
                : reason;
    }

    /** The write may have been applied, now or later: looks for its effect, and sends again what is still archived. */
    private void unanswered(List<RestorableAsset> assets, Unanswered unanswered, int resends) {
        wrote = true;
        List<Guid> guids = guids(assets);
        ledger.lost(guids);
        if (unanswered.conflict()) {
            means.pause().of(CONFLICT_PAUSE);
        }
        Duration patience =
                unanswered.conflict() ? Duration.ZERO : means.settings().settleTimeout();
        Map<Guid, CatalogEntry> seen = lookAgain.untilActive(catalog, guids, patience, false);
        List<Guid> archived = new ArrayList<>();
        for (Guid guid : guids) {
            if (seen.get(guid) instanceof CatalogEntry.Archived) {
                archived.add(guid);
            } else {
                ledger.sent(List.of(guid));
            }
        }
        if (seen.values().stream().anyMatch(this::isRenamed)) {
            alarm();
        }
        if (!archived.isEmpty()) {
            sendAgain(archived, unanswered, resends);
        }
    }

    private boolean isRenamed(CatalogEntry entry) {
        return entry instanceof CatalogEntry.Active(StoredAsset now)
                && !now.isNamedLike(ledger.proof(entry.guid()).asset().stored());
    }

    private void sendAgain(List<Guid> guids, Unanswered unanswered, int resends) {
        if (resends == 0) {
            guids.forEach(guid ->
                    ledger.settle(guid, new RestoreOutcome.Unconfirmed(unanswered.detail(), unanswered.upstream())));
            if (stop == null) {
                stop = new NotAttempted(Cause.UPSTREAM_UNAVAILABLE, "Atlan left an earlier write unanswered.");
            }
            return;
        }
        verifyAgain(guids);
        if (options.allOrNothing()) {
            send(guids, resends - 1);
            return;
        }
        // A smaller write takes less time, and leaves out half of what may have made it fail.
        send(guids.subList(0, guids.size() / 2), resends - 1);
        send(guids.subList(guids.size() / 2, guids.size()), resends - 1);
    }

    /** Stops the request for these assets, and for those that come after them. */
    private void halt(CatalogException trouble, Collection<Guid> guids) {
        stop = stopped(trouble);
        ledger.leave(guids, stop);
    }

    /** Before the first write, trouble is the whole answer. */
    private NotAttempted stopped(CatalogException trouble) {
        if (!wrote) {
            throw trouble;
        }
        return NotAttempted.because(trouble);
    }

    private static List<Guid> guids(List<RestorableAsset> assets) {
        return assets.stream().map(RestorableAsset::guid).toList();
    }

    private static List<Guid> without(List<Guid> guids, Guid one) {
        return guids.stream().filter(guid -> !guid.equals(one)).toList();
    }
}
