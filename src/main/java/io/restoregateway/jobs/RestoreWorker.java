package io.restoregateway.jobs;

import io.restoregateway.restore.AssetClaim;
import io.restoregateway.restore.Conclusion;
import io.restoregateway.restore.Conclusion.Outcome;
import io.restoregateway.restore.Failure;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.RestoreAssets;
import io.restoregateway.restore.RestoreOptions;
import io.restoregateway.restore.RestoreOutcome;
import io.restoregateway.restore.StoredAsset;
import io.restoregateway.restore.Warning;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Restores the items of a batch by the rule, or has it say what it would do. */
final class RestoreWorker implements Worker {

    private static final String AFTER_A_CRASH =
            "The gateway was stopped, or failed, before it could tell what became of the restore; that"
                    + " the asset is active was seen afterwards, and somebody else may have restored it.";

    private static final String MAY_HAVE_COME_ALONG =
            "What became of the restore of its glossary was never heard; that may have brought the asset back, and so"
                    + " may somebody else.";

    /** By how much the tenant's clock may be ahead of the gateway's. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private final RestoreAssets assets;

    private final ItemTable items;

    private final UnheardGlossaries unheard;

    RestoreWorker(RestoreAssets assets, ItemTable items, UnheardGlossaries unheard) {
        this.assets = assets;
        this.items = items;
        this.unheard = unheard;
    }

    @Override
    public void work(Errand errand, List<ItemRow> rows, Attempt attempt) {
        List<AssetClaim> claims = rows.stream().map(row -> claim(errand, row)).toList();
        RestoreOptions options =
                new RestoreOptions(errand.previews(), errand.job().options().includeTerms(), false);
        List<RestoreOutcome> outcomes =
                assets.in(errand.tenant()).under(errand.mandate()).restore(claims, options);
        for (int i = 0; i < rows.size(); i++) {
            if (errand.previews()) {
                attempt.add(preview(rows.get(i), outcomes.get(i)));
            } else {
                run(errand.job().id(), rows.get(i), outcomes.get(i), attempt);
            }
        }
    }

    /** Where nobody has seen the asset when it was written down, it must not have been changed since that. */
    private static AssetClaim claim(Errand errand, ItemRow row) {
        return errand.previews() || row.updatedAt() != null
                ? AssetClaim.of(row.identity(), row.updatedAt())
                : AssetClaim.unchangedAfter(
                        row.identity(), errand.job().createdAt().plus(CLOCKS_DIFFER));
    }

    private static ItemResult preview(ItemRow row, RestoreOutcome outcome) {
        Conclusion verdict = Conclusion.of(outcome);
        return switch (outcome) {
            case RestoreOutcome.WouldRestore would ->
                new ItemResult.Previewed(
                        row, verdict, codes(would.warnings()), would.asset().updatedAt(), Homes.of(would.asset()));
            case RestoreOutcome.AlreadyActive active ->
                new ItemResult.Previewed(
                        row, verdict, codes(active.warnings()), active.asset().updatedAt(), Homes.of(active.asset()));
            case RestoreOutcome.NotFound _,
                    RestoreOutcome.Refused _,
                    RestoreOutcome.Restored _,
                    RestoreOutcome.Failed _,
                    RestoreOutcome.UnexpectedChange _,
                    RestoreOutcome.Unconfirmed _,
                    RestoreOutcome.NotAttempted _ ->
                new ItemResult.Previewed(row, verdict, List.of(), null, Homes.of(row.identity()));
        };
    }

    private void run(UUID job, ItemRow row, RestoreOutcome outcome, Attempt attempt) {
        Conclusion conclusion = Conclusion.of(outcome);
        switch (outcome) {
            case RestoreOutcome.Restored restored -> {
                items.brought(
                        job,
                        row.guid(),
                        restored.alsoRestored(),
                        restored.asset().updatedAt().toEpochMilli());
                attempt.add(settled(row, outcome, restored.asset(), codes(restored.warnings()), restored.isProven()));
            }
            case RestoreOutcome.AlreadyActive active -> attempt.add(active(job, row, active));
            case RestoreOutcome.NotFound _, RestoreOutcome.Refused _ ->
                attempt.add(ItemResult.Settled.as(row, row.sent() ? ItemResult.lost(conclusion) : conclusion));
            case RestoreOutcome.WouldRestore _, RestoreOutcome.UnexpectedChange _ ->
                attempt.add(ItemResult.Settled.as(row, conclusion));
            case RestoreOutcome.Failed(Failure failure) -> Interruptions.failed(row, failure, conclusion, attempt);
            case RestoreOutcome.Unconfirmed _ -> Interruptions.unconfirmed(row, conclusion, attempt);
            case RestoreOutcome.NotAttempted unsent -> Interruptions.notAttempted(row, unsent, conclusion, attempt);
        }
    }

    private ItemResult active(UUID job, ItemRow row, RestoreOutcome.AlreadyActive active) {
        Guid glossary = row.broughtBy() == null ? glossary(job, active.asset()) : row.broughtBy();
        if (glossary != null) {
            Long together = items.restoredAt(job, glossary);
            boolean proven =
                    together != null && together == active.asset().updatedAt().toEpochMilli();
            return new ItemResult.Settled(
                    row,
                    new Conclusion(Outcome.RESTORED, null, "It came back with its glossary " + glossary + "."),
                    codes(active.warnings()),
                    active.asset().updatedAt(),
                    proven);
        }
        if (row.sent()) {
            return seen(row, active.asset(), AFTER_A_CRASH);
        }
        return unheard.mayHaveTaken(job, row, Outcome.ALREADY_ACTIVE)
                ? seen(row, active.asset(), MAY_HAVE_COME_ALONG)
                : settled(row, active, active.asset(), codes(active.warnings()), false);
    }

    private static ItemResult seen(ItemRow row, StoredAsset active, String message) {
        return new ItemResult.Settled(
                row,
                new Conclusion(Outcome.RESTORED, null, message),
                List.of(Warning.Code.CHANGED_MEANWHILE.name()),
                active.updatedAt(),
                false);
    }

    /** The glossary of the same job with which it came back, where a crash kept that from being noted. */
    private @Nullable Guid glossary(UUID job, StoredAsset term) {
        return UnheardGlossaries.around(term.identity())
                .map(name -> items.glossary(job, name, term.updatedAt().toEpochMilli()))
                .orElse(null);
    }

    private static ItemResult settled(
            ItemRow row, RestoreOutcome outcome, StoredAsset now, List<String> warnings, boolean proven) {
        return new ItemResult.Settled(
                row,
                Conclusion.of(outcome),
                warnings,
                outcome instanceof RestoreOutcome.Restored ? now.updatedAt() : null,
                proven);
    }

    private static List<String> codes(List<Warning> warnings) {
        return warnings.stream()
                .map(warning -> warning.code().name())
                .distinct()
                .toList();
    }
}
