package io.restoregateway.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What every test of archiving again needs: assets as a job's restore had left them, and the use case. */
abstract class ArchiveTestCase extends RuleTestCase {

    /** What the job restored that is not in the request. */
    List<RestoredAsset> others = List.of();

    ArchiveAgain archiveAgain() {
        return new ArchiveAgain(tenant, clock, clock, alarms::add, settings);
    }

    List<ArchiveOutcome> archive(StoredAsset... restored) {
        return archiveAgain().archive(claims(restored), this::among);
    }

    ArchiveOutcome archiveOne(StoredAsset restored) {
        return archive(restored).getFirst();
    }

    List<ArchiveOutcome> preview(StoredAsset... restored) {
        return archiveAgain().preview(claims(restored), this::among);
    }

    List<RestoredAsset> among(Set<Guid> guids) {
        return others.stream().filter(other -> guids.contains(other.guid())).toList();
    }

    static List<RestoredAsset> claims(StoredAsset... restored) {
        return Arrays.stream(restored)
                .map(asset -> new RestoredAsset(asset.identity(), asset.updatedAt()))
                .collect(Collectors.toList());
    }

    /** Refused as changed, and nothing was sent. */
    Refusal assertRefused(ArchiveOutcome outcome) {
        assertThat(outcome).isInstanceOf(RestoreOutcome.Refused.class);
        Refusal refusal = ((RestoreOutcome.Refused) outcome).refusal();
        assertThat(refusal.reason()).isEqualTo(Refusal.Reason.CHANGED_SINCE_SELECTED);
        assertThat(tenant.archivings()).isEmpty();
        return refusal;
    }

    static ArchiveOutcome.Archived archived(ArchiveOutcome outcome) {
        assertThat(outcome).isInstanceOf(ArchiveOutcome.Archived.class);
        return (ArchiveOutcome.Archived) outcome;
    }

    static StoredAsset category(String name, StoredAsset glossary) {
        String qualifiedName = name + "@" + glossary.identity().qualifiedName();
        return Assets.linked(Assets.any("AtlasGlossaryCategory", qualifiedName, name), "anchor", glossary, false);
    }
}
