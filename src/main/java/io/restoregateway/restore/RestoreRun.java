package io.restoregateway.restore;

import io.restoregateway.restore.RestoreAnswer.Committed;
import io.restoregateway.restore.RestoreAnswer.NeverSent;
import io.restoregateway.restore.RestoreAnswer.Rejected;
import io.restoregateway.restore.RestoreAnswer.Unanswered;
import io.restoregateway.restore.RestoreOutcome.NotAttempted;
import io.restoregateway.restore.RestoreOutcome.NotAttempted.Cause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request on its way through the catalog: verify, send write by write, find out what became of it. */
final class RestoreRun {

    /** A conflict in the store passes quickly. */
    static final Duration CONFLICT_PAUSE = Duration.ofMillis(500);

    private final Catalog catalog;

    private final Ledger ledger;

    private final RestoreOptions options;

    private final RestoreAssets.Means means;

    private final Mandate mandate;

    private final Proofs proofs;

    private final Brake brake;

    private final LookAgain lookAgain;

    RestoreRun(Catalog catalog, List<AssetClaim> claims, RestoreOptions options, RestoreAssets assets) {
        this.catalog = catalog;
        this.ledger = new Ledger(claims);
        this.options = options;
        this.means = assets.means();
        this.mandate = assets.mandate();
        this.proofs = new Proofs(catalog, ledger, assets.verifier(catalog, options), means.clock());
        this.brake = new Brake(mandate.journal());
        this.lookAgain = new LookAgain(means.clock(), means.pause());
    }

    /**
     * Runs the request.
     *
     * @param known surroundings searched just before, where there are some
     */
    List<RestoreOutcome> outcomes(@Nullable Surroundings known) {
        proofs.make(ledger.guids(), known);
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
        if (!brake.isOn() && isRefused()) {
            brake.stop(new NotAttempted(Cause.OTHER_REFUSED, "Another asset of the request was refused."));
        }
        if (brake.isOn()) {
            ledger.leave(guids, brake.reason());
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
        if (!brake.lets(identities)) {
            ledger.leave(guids, brake.reason());
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

    private boolean isRefused() {
        return options.allOrNothing() && ledger.hasFailures();
    }

    private void refresh(Collection<Guid> guids) {
        if (!brake.isOn()) {
            verifying(() -> proofs.refresh(guids), guids);
        }
    }

    private void verifyAgain(List<Guid> guids) {
        verifying(() -> proofs.make(guids, null), guids);
    }

    private void verifying(Runnable verification, Collection<Guid> guids) {
        try {
            verification.run();
        } catch (CatalogException trouble) {
            halt(trouble, guids);
        }
    }

    private void committed(List<RestorableAsset> assets, Committed committed) {
        brake.wrote();
        ledger.sent(guids(assets));
        ledger.evidence().record(assets, committed, ledger.proofs());
        if (ledger.evidence().isAlarming()) {
            brake.alarm();
        }
    }

    /** A write is one transaction: takes out the entry to blame, or halves to find it, and sends the others again. */
    private void rejected(List<RestorableAsset> assets, Rejected rejected, int resends) {
        brake.wrote();
        List<Guid> guids = guids(assets);
        if (rejected.reason().kind() == Failure.Kind.UPSTREAM_UNAUTHENTICATED) {
            guids.forEach(guid -> ledger.fail(guid, rejected.reason()));
            brake.stop(new NotAttempted(Cause.UPSTREAM_UNAUTHENTICATED, "Atlan refuses the gateway's token."));
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
        brake.wrote();
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
            brake.alarm();
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
            if (!brake.isOn()) {
                brake.stop(new NotAttempted(Cause.UPSTREAM_UNAVAILABLE, "Atlan left an earlier write unanswered."));
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
        brake.stop(trouble);
        ledger.leave(guids, brake.reason());
    }

    private static List<Guid> guids(List<RestorableAsset> assets) {
        return assets.stream().map(RestorableAsset::guid).toList();
    }

    private static List<Guid> without(List<Guid> guids, Guid one) {
        return guids.stream().filter(guid -> !guid.equals(one)).toList();
    }
}
