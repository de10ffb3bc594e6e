package io.restoregateway.jobs;

import io.restoregateway.restore.ArchiveAgain;
import io.restoregateway.restore.ArchiveOutcome;
import io.restoregateway.restore.Conclusion;
import io.restoregateway.restore.Conclusion.Outcome;
import io.restoregateway.restore.RestoreOutcome;
import io.restoregateway.restore.RestoredAsset;
import io.restoregateway.restore.RestoredTogether;
import io.restoregateway.restore.Warning;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Archives again what another job restored, by the rule, or has it say what it would do. */
final class UndoWorker implements Worker {

    private static final String AFTER_A_CRASH =
            "The gateway was stopped, or failed, before it could tell what became of the archiving; that"
                    + " the asset is archived was seen afterwards.";

    private static final String MAY_HAVE_GONE_ALONG =
            "What became of the archiving of its glossary was never heard; that may have archived the asset, and so may"
                    + " somebody else.";

    private final ArchiveAgain rule;

    private final ItemTable items;

    private final RestoredItems restored;

    private final UnheardGlossaries unheard;

    UndoWorker(ArchiveAgain rule, ItemTable items, RestoredItems restored, UnheardGlossaries unheard) {
        this.rule = rule;
        this.items = items;
        this.restored = restored;
        this.unheard = unheard;
    }

    @Override
    public void work(Errand errand, List<ItemRow> rows, Attempt attempt) {
        List<RestoredAsset> assets = rows.stream()
                .map(row -> new RestoredAsset(row.identity(), Objects.requireNonNull(row.updatedAt())))
                .toList();
        UUID undone = Objects.requireNonNull(errand.job().parent());
        RestoredTogether together = guids -> restored.among(undone, guids);
        ArchiveAgain mandated = rule.under(errand.mandate(), errand.tenant());
        List<ArchiveOutcome> outcomes =
                errand.previews() ? mandated.preview(assets, together) : mandated.archive(assets, together);
        for (int i = 0; i < rows.size(); i++) {
            if (errand.previews()) {
                attempt.add(preview(rows.get(i), outcomes.get(i)));
            } else {
                run(errand.job().id(), rows.get(i), outcomes.get(i), attempt);
            }
        }
    }

    private static ItemResult preview(ItemRow row, ArchiveOutcome outcome) {
        return new ItemResult.Previewed(
                row, Conclusion.of(outcome), List.of(), row.updatedAt(), Homes.of(row.identity()));
    }

    private void run(UUID job, ItemRow row, ArchiveOutcome outcome, Attempt attempt) {
        Conclusion conclusion = Conclusion.of(outcome);
        switch (outcome) {
            case ArchiveOutcome.Archived archived -> {
                items.brought(
                        job,
                        row.guid(),
                        archived.alsoArchived(),
                        archived.asset().updatedAt().toEpochMilli());
                attempt.add(new ItemResult.Settled(row, conclusion, codes(archived.warnings()), null, false));
            }
            case ArchiveOutcome.AlreadyArchived _ ->
                attempt.add(ItemResult.Settled.as(row, archived(job, row, conclusion)));
            case ArchiveOutcome.WouldArchive _, RestoreOutcome.UnexpectedChange _ ->
                attempt.add(ItemResult.Settled.as(row, conclusion));
            case RestoreOutcome.NotFound _, RestoreOutcome.Refused _ ->
                attempt.add(ItemResult.Settled.as(row, row.sent() ? ItemResult.lost(conclusion) : conclusion));
            case RestoreOutcome.Failed(var failure) -> Interruptions.failed(row, failure, conclusion, attempt);
            case RestoreOutcome.Unconfirmed _ -> Interruptions.unconfirmed(row, conclusion, attempt);
            case RestoreOutcome.NotAttempted unsent -> Interruptions.notAttempted(row, unsent, conclusion, attempt);
        }
    }

    private Conclusion archived(UUID job, ItemRow row, Conclusion already) {
        if (row.broughtBy() != null) {
            return new Conclusion(Outcome.ARCHIVED, null, "It was archived with " + row.broughtBy() + ".");
        }
        if (row.sent()) {
            return new Conclusion(Outcome.ARCHIVED, null, AFTER_A_CRASH);
        }
        return unheard.mayHaveTaken(job, row, Outcome.ALREADY_ARCHIVED)
                ? new Conclusion(Outcome.ARCHIVED, null, MAY_HAVE_GONE_ALONG)
                : already;
    }

    private static List<String> codes(List<Warning> warnings) {
        return warnings.stream()
                .map(warning -> warning.code().name())
                .distinct()
                .toList();
    }
}
