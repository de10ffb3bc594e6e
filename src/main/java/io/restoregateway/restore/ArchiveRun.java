package io.restoregateway.restore;

import io.restoregateway.restore.ArchiveOutcome.WouldArchive;
import io.restoregateway.restore.RestoreAnswer.Committed;
import io.restoregateway.restore.RestoreAnswer.NeverSent;
import io.restoregateway.restore.RestoreAnswer.Rejected;
import io.restoregateway.restore.RestoreAnswer.Unanswered;
import io.restoregateway.restore.RestoreOutcome.NotAttempted;
import io.restoregateway.restore.RestoreOutcome.NotAttempted.Cause;
import io.restoregateway.restore.RestoreOutcome.Unconfirmed;
import io.restoregateway.restore.RestoreOutcome.UnexpectedChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** One request to archive again on its way through the catalog: verify, send write by write, find out what became of it. */
final class ArchiveRun {

    private final Catalog catalog;

    private final ArchiveLedger ledger;

    private final ArchiveVerifier verifier;

    private final RestoreAssets.Means means;

    private final Mandate mandate;

    private final Brake brake;

    private final LookAgain lookAgain;

    ArchiveRun(Catalog catalog, List<RestoredAsset> assets, ArchiveVerifier verifier, ArchiveAgain rule) {
        this.catalog = catalog;
        this.ledger = new ArchiveLedger(assets);
        this.verifier = verifier;
        this.means = rule.means();
        this.mandate = rule.mandate();
        this.brake = new Brake(mandate.journal());
        this.lookAgain = new LookAgain(means.clock(), means.pause());
    }

    /** What archiving would say; nothing is sent. */
    List<ArchiveOutcome> previews() {
        verify(ledger.request());
        ledger.toSend().forEach(asset -> ledger.settle(asset.guid(), new WouldArchive(asset.stored())));
        return ledger.outcomes();
    }

    /** Archives, and tells what became of it. */
    List<ArchiveOutcome> outcomes() {
        verify(ledger.request());
        List<List<Guid>> writes = ChildrenFirst.writes(ledger.toSend(), mandate.perWrite());
        if (!writes.isEmpty()) {
            // What was reserved may have been used up by verifying, and what is sent must be confirmed.
            catalog.secure(writes.size() + 1);
        }
        writes.forEach(write -> send(write, means.settings().resends()));
        confirm();
        return ledger.outcomes();
    }

    private void verify(Collection<Guid> guids) {
        verifier.verify(catalog, guids, ledger.companionsOf(guids)).forEach(ledger::verdict);
    }

    /** Sends those that are still to be sent, on a fresh verification, and deals with the answer. */
    private void send(Collection<Guid> guids, int resends) {
        refresh(guids);
        if (brake.isOn()) {
            ledger.leave(guids, brake.reason());
            return;
        }
        ledger.refuseContainers(guids);
        List<ArchivableAsset> assets = ledger.toSend(guids);
        if (assets.isEmpty()) {
            return;
        }
        List<AssetIdentity> identities =
                assets.stream().map(asset -> asset.stored().identity()).toList();
        if (!brake.lets(identities)) {
            ledger.leave(guids, brake.reason());
            return;
        }
        RestoreAnswer answer = catalog.archive(assets);
        mandate.journal().answered(identities, answer.reply());
        switch (answer) {
            case Committed committed -> committed(assets, committed);
            case Rejected rejected -> rejected(guids(assets), rejected, resends);
            case NeverSent neverSent -> halt(neverSent.cause(), guids);
            case Unanswered unanswered -> unanswered(guids(assets), unanswered, resends);
        }
    }

    /** Verifies again until nothing is stale; who is too slow for that, on its word nothing is sent. */
    private void refresh(Collection<Guid> guids) {
        for (int attempt = 0; !brake.isOn() && isStale(guids); attempt++) {
            if (attempt == Proofs.MOST_VERIFICATIONS) {
                halt(Proofs.tooSlow(), guids);
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
        List<Guid> all = new ArrayList<>(guids);
        all.addAll(ledger.categoriesOf(guids));
        try {
            verify(all);
        } catch (CatalogException trouble) {
            halt(trouble, guids);
        }
    }

    private void committed(List<ArchivableAsset> assets, Committed committed) {
        brake.wrote();
        ledger.evidence().record(assets, committed, ledger.meant());
        ledger.sent(guids(assets));
        if (ledger.evidence().isAlarming()) {
            brake.alarm();
        }
    }

    /** A write is one transaction: takes out the asset to blame, or halves to find it, and sends the others again. */
    private void rejected(List<Guid> guids, Rejected rejected, int resends) {
        brake.wrote();
        Guid culprit = rejected.culprit();
        if (rejected.reason().kind() == Failure.Kind.UPSTREAM_UNAUTHENTICATED) {
            guids.forEach(guid -> ledger.fail(guid, rejected.reason()));
            brake.stop(new NotAttempted(Cause.UPSTREAM_UNAUTHENTICATED, "Atlan refuses the gateway's token."));
        } else if (guids.size() == 1 || (culprit != null && guids.contains(culprit))) {
            Guid blamed = guids.size() == 1 || culprit == null ? guids.getFirst() : culprit;
            ledger.fail(blamed, rejected.reason());
            send(guids.stream().filter(guid -> !guid.equals(blamed)).toList(), resends);
        } else {
            sendHalves(guids, resends);
        }
    }

    /** The write may have been applied, now or later: looks for its effect, and sends again what is still active. */
    private void unanswered(List<Guid> guids, Unanswered unanswered, int resends) {
        brake.wrote();
        ledger.lost(guids);
        if (unanswered.conflict()) {
            means.pause().of(RestoreRun.CONFLICT_PAUSE);
        }
        Duration patience =
                unanswered.conflict() ? Duration.ZERO : means.settings().settleTimeout();
        Map<Guid, CatalogEntry> seen = lookAgain.untilArchived(catalog, guids, patience, false);
        List<Guid> active = new ArrayList<>();
        for (Guid guid : guids) {
            CatalogEntry entry = seen.get(guid);
            if (entry == null || entry instanceof CatalogEntry.Active) {
                active.add(guid);
            } else {
                ledger.sent(List.of(guid));
                stopWhenRenamed(guid, entry);
            }
        }
        if (!active.isEmpty()) {
            sendAgain(active, unanswered, resends);
        }
    }

    private void stopWhenRenamed(Guid guid, CatalogEntry entry) {
        if (entry instanceof CatalogEntry.Archived(StoredAsset now)
                && !now.isNamedLike(ledger.proof(guid).stored())) {
            brake.alarm();
        }
    }

    private void sendAgain(List<Guid> guids, Unanswered unanswered, int resends) {
        if (resends == 0) {
            guids.forEach(guid -> ledger.settle(guid, new Unconfirmed(unanswered.detail(), unanswered.upstream())));
            if (!brake.isOn()) {
                brake.stop(new NotAttempted(Cause.UPSTREAM_UNAVAILABLE, "Atlan left an earlier write unanswered."));
            }
            return;
        }
        verifyAgain(guids);
        sendHalves(guids, resends - 1);
    }

    /** A smaller write takes less time, and leaves out half of what may have made it fail. */
    private void sendHalves(List<Guid> guids, int resends) {
        send(guids.subList(0, guids.size() / 2), resends);
        send(guids.subList(guids.size() / 2, guids.size()), resends);
    }

    /** Stops the request for these assets, and for those that come after them. */
    private void halt(CatalogException trouble, Collection<Guid> guids) {
        brake.stop(trouble);
        ledger.leave(guids, brake.reason());
    }

    /** Reads back all that was sent, and gives each its outcome. */
    private void confirm() {
        List<Guid> guids = List.copyOf(ledger.underWay());
        if (guids.isEmpty()) {
            return;
        }
        boolean contents = guids.stream().anyMatch(guid -> isContainer(ledger.before(guid)));
        Map<Guid, CatalogEntry> now =
                lookAgain.untilArchived(catalog, guids, means.settings().confirmTimeout(), contents);
        ArchiveJudgement judgement = new ArchiveJudgement(ledger);
        for (Guid guid : guids) {
            ArchiveOutcome outcome = judgement.of(guid, now.get(guid));
            ledger.settle(guid, outcome);
            if (outcome instanceof UnexpectedChange change) {
                means.alarms().unexpectedChange(change);
            }
        }
    }

    private static boolean isContainer(StoredAsset asset) {
        return Kin.isGlossary(asset.typeName()) || Kin.isContainer(asset.typeName());
    }

    private static List<Guid> guids(List<ArchivableAsset> assets) {
        return assets.stream().map(ArchivableAsset::guid).toList();
    }
}
