package io.restoregateway.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.restore.ArchiveAgain;
import io.restoregateway.restore.ArchiveOutcome;
import io.restoregateway.restore.ArchiveOutcome.AlreadyArchived;
import io.restoregateway.restore.ArchiveOutcome.Archived;
import io.restoregateway.restore.AssetClaim;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.RestoreAssets;
import io.restoregateway.restore.RestoreOptions;
import io.restoregateway.restore.RestoreOutcome;
import io.restoregateway.restore.RestoreOutcome.Refused;
import io.restoregateway.restore.RestoreOutcome.UnexpectedChange;
import io.restoregateway.restore.RestoredAsset;
import io.restoregateway.restore.TypeName;
import io.restoregateway.restore.Warning;
import io.restoregateway.sandbox.AssetAccess;
import io.restoregateway.sandbox.CallKind;
import io.restoregateway.sandbox.Fault;
import io.restoregateway.sandbox.OtherUser;
import io.restoregateway.sandbox.SandboxTenant;
import io.restoregateway.sandbox.StoredAsset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What was restored is archived again through the whole service; after it the tenant is as it was before the restore. */
class ArchiveAgainPromiseTest extends PromiseTestCase {

    private static final String STAGING = "default/snowflake/1700000000/DB/STAGING";

    @Autowired
    RestoreAssets restoring;

    @Autowired
    ArchiveAgain archiving;

    private final Map<Guid, RestoredAsset> restored = new LinkedHashMap<>();

    @BeforeEach
    void nothingRestored() {
        restored.clear();
    }

    @Test
    void archivesASchemaWithAllThatWasRestoredInIt() {
        Map<String, Boolean> before = states();
        restore(beneath(STAGING));
        int number = restored.size();

        List<ArchiveOutcome> outcomes = archive();

        assertThat(number).isGreaterThan(10);
        assertThat(outcomes).hasSize(number).allMatch(Archived.class::isInstance);
        assertThat(states()).isEqualTo(before);
    }

    @Test
    void archivesAGlossaryWithItsTermsAndCategories() {
        Map<String, Boolean> before = states();
        StoredAsset glossary = archivedGlossary();
        restore(withContents(glossary));

        List<ArchiveOutcome> outcomes = archive();

        assertThat(outcomes).hasSizeGreaterThan(2).allMatch(Archived.class::isInstance);
        assertThat(states()).isEqualTo(before);
    }

    @Test
    void keepsAGlossaryThatHasGotATerm() {
        StoredAsset glossary = archivedGlossary();
        restore(withContents(glossary));
        StoredAsset term = withContents(glossary).getLast();
        restored.remove(new Guid(term.guid()));
        Map<String, StoredAsset> before = tenant.assets();

        assertThat(archive(glossary).getFirst()).isInstanceOf(Refused.class);
        assertThat(tenant.assets()).isEqualTo(before);
    }

    @Test
    void keepsASchemaOfSomethingThatWasRestoredByOthers() {
        restore(beneath(STAGING));
        Map<String, StoredAsset> before = tenant.assets();
        StoredAsset schema = tenant.named(STAGING).getFirst();

        assertThat(archive(schema).getFirst()).isInstanceOf(Refused.class);
        assertThat(tenant.assets()).isEqualTo(before);
    }

    @Test
    void keepsWhatWasEditedOrRestoredAndArchivedMeanwhile() {
        StoredAsset edited = table("RAW_ORDERS");
        StoredAsset archived = table("RAW_EVENTS");
        restore(List.of(edited, archived));
        tenant.as("somebody").edit(edited.guid(), "description", "mine");
        tenant.as("somebody").archive(archived.guid());
        Map<String, StoredAsset> before = tenant.assets();

        List<ArchiveOutcome> outcomes = archive();

        assertThat(outcomes.getFirst()).isInstanceOf(Refused.class);
        assertThat(outcomes.get(1)).isInstanceOf(AlreadyArchived.class);
        assertThat(tenant.assets()).isEqualTo(before);
        assertThat(tenant.counts().of(CallKind.ARCHIVE)).isZero();
    }

    enum Gap {
        DESCRIBED,
        NAME_CHANGED,
        RENAMED,
        ARCHIVED,
        PURGED
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhatHappensBetweenVerificationAndArchiving(Gap gap) {
        StoredAsset target = table("RAW_ORDERS");
        restore(List.of(target, table("RAW_EVENTS")));
        tenant.beforeNextWrite(interference(gap, target.guid()));

        List<ArchiveOutcome> outcomes = archive();

        ArchiveOutcome outcome = outcomes.getFirst();
        assertThat(outcomes.get(1)).isInstanceOf(Archived.class);
        switch (gap) {
            case DESCRIBED ->
                assertThat(((Archived) outcome).warnings())
                        .extracting(Warning::code)
                        .containsExactly(Warning.Code.CHANGED_MEANWHILE);
            case NAME_CHANGED, RENAMED -> assertThat(outcome).isInstanceOf(UnexpectedChange.class);
            case ARCHIVED -> assertThat(outcome).isInstanceOf(AlreadyArchived.class);
            case PURGED -> assertThat(outcome).isInstanceOf(RestoreOutcome.Unconfirmed.class);
        }
    }

    private static Consumer<SandboxTenant> interference(Gap gap, String guid) {
        return sandbox -> {
            OtherUser other = sandbox.as("somebody");
            switch (gap) {
                case DESCRIBED -> other.edit(guid, "description", "mine");
                case NAME_CHANGED -> other.edit(guid, "name", "mine");
                case RENAMED -> other.rename(guid, STAGING + "/MINE");
                case ARCHIVED -> other.archive(guid);
                case PURGED -> other.purge(guid);
            }
        };
    }

    @Test
    void takesOutWhatTheTokenMayNotArchive() {
        restore(List.of(table("RAW_ORDERS"), table("RAW_EVENTS")));
        String guid = table("RAW_ORDERS").guid();
        tenant.beforeNextWrite(sandbox -> sandbox.as("admin").allow(guid, AssetAccess.READ_ONLY));

        List<ArchiveOutcome> outcomes = archive();

        assertThat(outcomes.getFirst()).isInstanceOf(RestoreOutcome.Failed.class);
        assertThat(outcomes.get(1)).isInstanceOf(Archived.class);
        assertThat(tenant.counts().of(CallKind.ARCHIVE)).isEqualTo(2);
    }

    @Test
    void findsOutWhatBecameOfLostWrites() {
        for (Fault fault : List.of(
                Fault.dropsAfterCommit(CallKind.ARCHIVE),
                Fault.dropsBeforeCommit(CallKind.ARCHIVE),
                Fault.timesOutAfterCommit(CallKind.ARCHIVE),
                Fault.timesOutThenCommits(CallKind.ARCHIVE, Duration.ofSeconds(5)),
                Fault.truncates(CallKind.ARCHIVE),
                Fault.answers(CallKind.ARCHIVE, 500, "{}"))) {
            tenant.reset();
            restored.clear();
            restore(beneath(STAGING));
            tenant.queue(fault);

            assertThat(archive()).as("%s", fault).allMatch(Archived.class::isInstance);
            assertThat(beneath(STAGING)).as("%s", fault).allMatch(StoredAsset::isArchived);
        }
    }

    @Test
    void waitsForAtlanToArchiveBehindTheScenes() {
        restore(beneath(STAGING));
        tenant.change(settings -> settings.withArchivingLag(Duration.ofSeconds(4)));

        assertThat(archive()).allMatch(Archived.class::isInstance);
    }

    @Test
    void doesNotFallForAReplicaThatIsBehind() {
        tenant.change(settings -> settings.withReplicaLag(Duration.ofSeconds(6)));
        restore(List.of(table("RAW_ORDERS")));
        tenant.change(settings -> settings.withReplicaLag(Duration.ofSeconds(9)));

        assertThat(archive()).allMatch(Archived.class::isInstance);
        assertThat(table("RAW_ORDERS").isArchived()).isTrue();
    }

    private void restore(List<StoredAsset> assets) {
        List<AssetClaim> claims =
                assets.stream().map(asset -> AssetClaim.of(identity(asset))).toList();
        for (RestoreOutcome outcome : restoring.restore(claims, new RestoreOptions(false, true, false))) {
            assertThat(outcome).isInstanceOf(RestoreOutcome.Restored.class);
            io.restoregateway.restore.StoredAsset now = ((RestoreOutcome.Restored) outcome).asset();
            restored.put(now.guid(), new RestoredAsset(now.identity(), now.updatedAt()));
        }
        tenant.forgetCalls();
    }

    private List<ArchiveOutcome> archive() {
        return archiving.archive(
                List.copyOf(restored.values()),
                guids -> restored.values().stream()
                        .filter(asset -> guids.contains(asset.identity().guid()))
                        .toList());
    }

    /** Archives one; of the others the job restored what is in the map still. */
    private List<ArchiveOutcome> archive(StoredAsset one) {
        List<RestoredAsset> others = new ArrayList<>(restored.values());
        RestoredAsset asset = restored.get(new Guid(one.guid()));
        return archiving.archive(
                List.of(asset),
                guids -> others.stream()
                        .filter(other -> guids.contains(other.identity().guid()))
                        .toList());
    }

    private StoredAsset archivedGlossary() {
        return assets().stream()
                .filter(asset -> asset.typeName().equals("AtlasGlossary") && asset.isArchived())
                .filter(asset -> withContents(asset).stream()
                        .anyMatch(content -> content.typeName().equals("AtlasGlossaryCategory")))
                .findFirst()
                .orElseThrow();
    }

    private List<StoredAsset> withContents(StoredAsset glossary) {
        List<StoredAsset> all = new ArrayList<>(List.of(glossary));
        assets().stream()
                .filter(asset -> asset.isArchived() || restored.containsKey(new Guid(asset.guid())))
                .filter(asset -> asset.qualifiedName().endsWith("@" + glossary.qualifiedName()))
                .forEach(all::add);
        return all;
    }

    private List<StoredAsset> beneath(String qualifiedName) {
        return assets().stream()
                .filter(asset -> (asset.qualifiedName() + "/").startsWith(qualifiedName + "/"))
                .toList();
    }

    private StoredAsset table(String name) {
        return tenant.named(STAGING + "/" + name).getFirst();
    }

    private Map<String, Boolean> states() {
        Map<String, Boolean> states = new LinkedHashMap<>();
        assets().forEach(asset -> states.put(asset.guid(), asset.isArchived()));
        return states;
    }

    private static AssetIdentity identity(StoredAsset asset) {
        return new AssetIdentity(
                new TypeName(asset.typeName()), new QualifiedName(asset.qualifiedName()), new Guid(asset.guid()));
    }
}
