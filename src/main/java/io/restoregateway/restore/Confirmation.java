package io.restoregateway.restore;

import io.restoregateway.restore.RestoreOutcome.UnexpectedChange;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The end of a request: what became of all that was sent. */
final class Confirmation {

    private final Catalog catalog;

    private final Ledger ledger;

    private final RestoreOptions options;

    private final RestoreAssets.Means means;

    private final LookAgain lookAgain;

    Confirmation(Catalog catalog, Ledger ledger, RestoreOptions options, RestoreAssets.Means means) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.options = options;
        this.means = means;
        this.lookAgain = new LookAgain(means.clock(), means.pause());
    }

    /** Reads back all that was sent, and gives each its outcome. */
    void judgeAllSent() {
        List<Guid> guids = List.copyOf(ledger.underWay());
        if (guids.isEmpty()) {
            return;
        }
        boolean relationships =
                guids.stream().anyMatch(guid -> !ledger.proof(guid).brings().isEmpty());
        Map<Guid, CatalogEntry> now =
                lookAgain.untilActive(catalog, guids, means.settings().confirmTimeout(), relationships);
        ledger.evidence().readBack(now.values());
        Judgement judgement = new Judgement(
                ledger.evidence(), ledger.unanswered(), bystanders().values(), options.includeTerms());
        for (Guid guid : guids) {
            RestoreOutcome outcome = judgement.of(ledger.proof(guid), now.get(guid));
            ledger.settle(guid, outcome);
            if (outcome instanceof UnexpectedChange change) {
                means.alarms().unexpectedChange(change);
            }
        }
    }

    /**
     * What is stored of terms that nobody asked for and an answer listed beside their glossary; of those that were expected
     * too where they may come back, since an edge does not tell their qualifiedNames.
     */
    private Map<Guid, CatalogEntry> bystanders() {
        Set<Guid> all = ledger.evidence().bystanders();
        Set<Guid> listed = options.includeTerms() ? all : ledger.unexpected(all);
        return listed.isEmpty()
                ? Map.of()
                : lookAgain.untilActive(catalog, listed, means.settings().confirmTimeout(), false);
    }
}
