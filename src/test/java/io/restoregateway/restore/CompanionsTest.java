package io.restoregateway.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.restore.RestoreOutcome.Refused;
import io.restoregateway.restore.RestoreOutcome.Restored;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A glossary may bring back what other requests of its undertaking would, and only what these would bring back themselves. */
class CompanionsTest extends RuleTestCase {

    private static final RestoreOptions WITH_TERMS = new RestoreOptions(false, true, false);

    private final StoredAsset one = Assets.term("one", "finance", true);

    private final StoredAsset other = Assets.term("other", "finance", true);

    private final StoredAsset glossary = Assets.glossary("finance", one, other);

    @BeforeEach
    void archiveAll() {
        tenant.archived(one);
        tenant.archived(other);
        tenant.archived(glossary);
    }

    /** The rule for an undertaking that wrote these assets down as they are here. */
    private RestoreAssets undertaking(StoredAsset... writtenDown) {
        Companions companions = assets -> {
            Set<Guid> asked = assets.stream().map(OtherAsset::guid).collect(Collectors.toSet());
            return Arrays.stream(writtenDown)
                    .filter(asset -> asked.contains(asset.guid()))
                    .map(asset -> AssetClaim.of(asset.identity(), asset.updatedAt()))
                    .toList();
        };
        return rule().under(new Mandate(Journal.NONE, companions, Mandate.MOST_PER_WRITE));
    }

    private RestoreOutcome restored(RestoreAssets rule, RestoreOptions options) {
        return rule.restore(List.of(claim(glossary)), options).getFirst();
    }

    private RestoreOutcome restored(RestoreAssets rule) {
        return restored(rule, RestoreOptions.DEFAULT);
    }

    private void changed(StoredAsset term) {
        tenant.archived(Assets.updatedAt(term, clock.instant()));
    }

    private void assertRefusedFor(StoredAsset term, RestoreOutcome outcome) {
        assertRefused(outcome, Refusal.Reason.BRINGS_OTHERS);
        assertThat(((Refused) outcome).refusal().others())
                .extracting(OtherAsset::guid)
                .containsExactly(term.guid());
    }

    @Test
    void aGlossaryBringsBackWhatTheUndertakingBringsBackToo() {
        assertThat(restored(undertaking(one, other))).isInstanceOf(Restored.class);
    }

    @Test
    void refusesAGlossaryForATermThatWasChangedSinceItWasWrittenDown() {
        changed(other);
        assertRefusedFor(other, restored(undertaking(one, other)));
    }

    @Test
    void refusesAGlossaryForATermThatHasAnotherNameThanTheUndertakingClaims() {
        StoredAsset renamed = Assets.withGuid(
                Assets.updatedAt(Assets.term("renamed", "finance", true), other.updatedAt()), other.guid());
        tenant.archived(renamed);
        assertRefusedFor(other, restored(undertaking(one, other)));
    }

    @Test
    void refusesAGlossaryForATermThatMayNotBeRead() {
        tenant.withheld(other.guid());
        assertRefusedFor(other, restored(undertaking(one, other)));
    }

    @Test
    void bringsBackAChangedTermToWhereTermsMayComeBack() {
        changed(other);
        assertThat(restored(undertaking(one, other), WITH_TERMS)).isInstanceOf(Restored.class);
    }

    @Test
    void aTermThatTheSameRequestRefusesIsNoCompanionWhateverTheUndertakingSays() {
        AssetClaim wrong = new AssetClaim(
                new AssetIdentity(other.typeName(), new QualifiedName("wrong@finance"), other.guid()),
                claim(other).expected(),
                AdministratorsClaim.NONE);
        RestoreOutcome outcome = undertaking(one, other)
                .restore(List.of(claim(glossary), wrong), WITH_TERMS)
                .getFirst();
        assertRefused(outcome, Refusal.Reason.BRINGS_OTHERS);
    }

    @Test
    void whatWasSeenOfManyTermsHoldsForAVerificationThatHasToBeMadeAgain() {
        tenant.beforeRead(2, () -> clock.tick(Duration.ofSeconds(30)));
        assertThat(restored(undertaking(one, other))).isInstanceOf(Restored.class);
    }

    @Test
    void whatWasSeenOfTermsDoesNotHoldForLong() {
        tenant.answer(sent -> new RestoreAnswer.Unanswered("timed out", false, null));
        tenant.answer(sent -> {
            throw new AssertionError("sent again: " + sent);
        });
        tenant.beforeRead(4, () -> changed(other));
        assertThat(restored(undertaking(one, other))).isInstanceOf(RestoreOutcome.Unconfirmed.class);
    }
}
