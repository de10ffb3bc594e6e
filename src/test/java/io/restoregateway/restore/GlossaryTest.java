package io.restoregateway.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.restore.RestoreAnswer.Committed;
import io.restoregateway.restore.RestoreAnswer.Header;
import io.restoregateway.restore.RestoreAnswer.NeverSent;
import io.restoregateway.restore.RestoreAnswer.Rejected;
import io.restoregateway.restore.RestoreAnswer.Unanswered;
import io.restoregateway.restore.RestoreOutcome.Failed;
import io.restoregateway.restore.RestoreOutcome.Restored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A glossary brings its archived terms back, also those that were named beside it and could not be restored themselves. */
class GlossaryTest extends RuleTestCase {

    private List<StoredAsset> terms;

    private StoredAsset glossary;

    private StoredAsset[] glossaryAndTerms(int number) {
        terms = IntStream.range(0, number)
                .mapToObj(index -> tenant.archived(Assets.term("t" + index, "finance", true)))
                .toList();
        glossary = tenant.archived(Assets.glossary("finance", terms.toArray(StoredAsset[]::new)));
        return Stream.concat(Stream.of(glossary), terms.stream()).toArray(StoredAsset[]::new);
    }

    /** A term that was active at verification, was archived since, and comes back with its glossary. */
    private StoredAsset termArchivedMeanwhile() {
        StoredAsset late = tenant.active(Assets.term("late", "finance", true));
        tenant.answer(sent -> {
            Committed committed = tenant.commit(sent);
            List<Header> updated = new ArrayList<>(committed.updated());
            updated.add(TenantDouble.header(late, 2));
            tenant.active(Assets.updatedAt(late, clock.instant()));
            return new Committed(updated, List.of(), List.of(), Map.of(), null);
        });
        return late;
    }

    @Test
    void raisesTheAlarmWhenItBringsBackWhatWasArchivedMeanwhile() {
        StoredAsset[] all = glossaryAndTerms(2);
        StoredAsset late = termArchivedMeanwhile();

        RestoreOutcome outcome = restoreAll(all).getFirst();

        assertThat(outcome).isInstanceOf(RestoreOutcome.UnexpectedChange.class);
        assertThat(((RestoreOutcome.UnexpectedChange) outcome).detail())
                .contains(late.guid().value());
    }

    @Test
    void tellsWhatWasArchivedMeanwhileWhereTermsMayComeBack() {
        glossaryAndTerms(2);
        StoredAsset late = termArchivedMeanwhile();

        RestoreOutcome outcome =
                restoreAll(new RestoreOptions(false, true, false), glossary).getFirst();

        assertThat(((Restored) outcome).alsoRestored())
                .extracting(OtherAsset::guid)
                .contains(late.guid());
    }

    @Test
    void takesATermThatIsOnlyListedForANeighbour() {
        StoredAsset[] all = glossaryAndTerms(2);
        StoredAsset neighbour = tenant.active(Assets.term("neighbour", "finance", true));
        tenant.answer(sent -> {
            List<Header> updated = new ArrayList<>(tenant.commit(sent).updated());
            updated.add(TenantDouble.header(neighbour, 2));
            return new Committed(updated, List.of(), List.of(), Map.of(), null);
        });

        assertThat(restoreAll(all)).allMatch(Restored.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tellsTheTruthOfATermThatOnlyAtlanRefuses(boolean named) {
        StoredAsset[] all = glossaryAndTerms(5);
        Guid poison = terms.getLast().guid();
        IntStream.range(0, 10).forEach(_ -> tenant.answer(sent -> answer(sent, poison, named)));

        List<RestoreOutcome> outcomes = restoreAll(all);

        for (int index = 0; index < all.length; index++) {
            assertThat(outcomes.get(index) instanceof Restored)
                    .as("%s", outcomes.get(index))
                    .isEqualTo(tenant.isActive(all[index].guid()));
        }
    }

    @Test
    void doesNotBringBackATermThatAtlanRefused() {
        StoredAsset[] all = glossaryAndTerms(5);
        IntStream.range(0, 10)
                .forEach(_ -> tenant.answer(sent -> answer(sent, terms.getLast().guid(), true)));

        List<RestoreOutcome> outcomes = restoreAll(new RestoreOptions(false, true, false), all);

        assertThat(reason(outcomes.getFirst())).isEqualTo(Refusal.Reason.BRINGS_OTHERS);
        assertThat(outcomes.getLast()).isInstanceOf(Failed.class);
        assertThat(outcomes.subList(1, 5))
                .allSatisfy(outcome -> assertThat(warnings(outcome)).contains(Warning.Code.PARENT_ARCHIVED));
    }

    @Test
    void tellsTheTruthOfTermsThatCameAlongAndWereNeverSent() {
        StoredAsset[] all = glossaryAndTerms(60);
        tenant.answer(sent -> answer(sent, null, true));
        tenant.answer(sent ->
                new NeverSent(new CatalogException(CatalogException.Trouble.BUDGET_EXHAUSTED, "spent", null, null)));

        assertThat(restoreAll(all)).hasSize(61).allMatch(Restored.class::isInstance);
    }

    @Test
    void tellsTheTruthOfTermsThatCameAlongWithALostAnswer() {
        StoredAsset[] all = glossaryAndTerms(60);
        tenant.answer(sent -> {
            answer(sent, null, true);
            return new Unanswered("timed out", false, null);
        });

        assertThat(restoreAll(all)).hasSize(61).allMatch(Restored.class::isInstance);
    }

    @Test
    void neverFailsATermThatALostAnswerMayBringBackLater() {
        StoredAsset[] all = glossaryAndTerms(60);
        tenant.answer(sent -> new Unanswered("timed out", false, null));
        IntStream.range(0, 10)
                .forEach(_ -> tenant.answer(sent -> answer(sent, terms.getLast().guid(), true)));

        assertThat(restoreAll(all).getLast()).isNotInstanceOf(Failed.class);
    }

    private RestoreAnswer answer(List<RestorableAsset> sent, Guid poison, boolean named) {
        List<Guid> guids = sent.stream().map(RestorableAsset::guid).toList();
        if (guids.contains(poison)) {
            Failure failure = new Failure(
                    Failure.Kind.FORBIDDEN_BY_ATLAN, "refused", TenantDouble.error(403, "ATLAS-403-00-001"));
            return new Rejected(failure, named ? poison : null);
        }
        List<RestorableAsset> restored = new ArrayList<>(sent);
        if (guids.contains(glossary.guid())) {
            terms.stream()
                    .filter(term -> !guids.contains(term.guid()) && !tenant.isActive(term.guid()))
                    .map(term ->
                            new RestorableAsset(term, RestorableValues.of(term, Administrators.NOBODY), Instant.EPOCH))
                    .forEach(restored::add);
        }
        return tenant.commit(restored);
    }
}
