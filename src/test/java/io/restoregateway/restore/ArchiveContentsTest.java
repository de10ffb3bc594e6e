package io.restoregateway.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.restore.ArchiveOutcome.AlreadyArchived;
import io.restoregateway.restore.ArchiveOutcome.Archived;
import io.restoregateway.restore.ArchiveOutcome.WouldArchive;
import io.restoregateway.restore.RestoreAnswer.Rejected;
import io.restoregateway.restore.RestoreOutcome.UnexpectedChange;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchiveContentsTest extends ArchiveTestCase {

    private final StoredAsset table = Assets.table("ORDERS");

    private final StoredAsset schema =
            Assets.linked(Assets.any("Schema", Assets.SCHEMA, "SCHEMA"), "tables", table, false);

    private final StoredAsset bare = Assets.any("AtlasGlossary", "glossary", "glossary");

    private final StoredAsset term = Assets.term("term", "glossary", false);

    private final StoredAsset category = category("category", bare);

    private final StoredAsset glossary =
            Assets.linked(Assets.linked(bare, "terms", term, false), "categories", category, false);

    @Test
    void archivesChildrenBeforeTheirParents() {
        tenant.active(schema);
        tenant.active(table);

        assertThat(archive(schema, table)).allMatch(Archived.class::isInstance);
        assertThat(tenant.archivings()).containsExactly(List.of(table.guid(), schema.guid()));
    }

    @Test
    void putsWhatContainsAfterItsContentsWhateverTheirTypes() {
        StoredAsset dashboard = Assets.any("TableauDashboard", "site/dashboard", "dashboard");
        StoredAsset workbook = Assets.linked(
                Assets.any("TableauWorkbook", "site/workbook", "workbook"), "dashboards", dashboard, false);
        tenant.active(dashboard);
        tenant.active(workbook);

        assertThat(archive(workbook, dashboard)).allMatch(Archived.class::isInstance);
        assertThat(tenant.archivings()).containsExactly(List.of(dashboard.guid(), workbook.guid()));
    }

    @Test
    void refusesAContainerOfSomethingThatTheJobDidNotRestore() {
        tenant.active(schema);
        tenant.active(table);

        assertThat(assertRefused(archiveOne(schema)).others())
                .extracting(OtherAsset::guid)
                .containsExactly(table.guid());
    }

    @Test
    void refusesAContainerOfSomethingThatLiesBeneathItByNameOnly() {
        StoredAsset other = Assets.any("AnyType", Assets.SCHEMA + "/X", "X");
        tenant.active(Assets.named(schema, "SCHEMA"));
        StoredAsset container = linkedByName(Assets.any("Schema", Assets.SCHEMA, "SCHEMA"), other);
        tenant.active(container);

        assertRefused(archiveOne(container));
    }

    @Test
    void refusesAContainerWhoseContentsWereChanged() {
        tenant.active(schema);
        tenant.active(Assets.updatedAt(table, clock.instant()));

        assertThat(archive(table, schema)).allSatisfy(this::assertRefused);
        assertThat(preview(table, schema)).allSatisfy(this::assertRefused);
    }

    @Test
    void refusesAContainerWhoseContentsAtlanDidNotArchive() {
        tenant.active(schema);
        tenant.active(table);
        tenant.answerArchiving(sent -> refusing(table));

        List<ArchiveOutcome> outcomes = archive(table, schema);

        assertThat(outcomes.getFirst()).isInstanceOf(RestoreOutcome.Failed.class);
        assertThat(outcomes.get(1)).isInstanceOf(RestoreOutcome.Refused.class);
        assertThat(tenant.isActive(schema.guid())).isTrue();
    }

    @Test
    void archivesAContainerAfterItsContentsButPresumesThatInAPreview() {
        tenant.active(schema);
        tenant.active(table);
        others = claims(table);

        assertThat(preview(schema)).allMatch(WouldArchive.class::isInstance);
        assertRefused(archiveOne(schema));
    }

    @Test
    void archivesAContainerOfArchivedContents() {
        StoredAsset empty = Assets.linked(Assets.any("Schema", Assets.SCHEMA, "SCHEMA"), "tables", table, true);
        tenant.active(empty);

        assertThat(archiveOne(empty)).isInstanceOf(Archived.class);
    }

    @Test
    void refusesWhatHasTooManyRelationshipsToBeRead() {
        StoredAsset huge = tenant.active(Assets.withoutRelationshipsRead(table));

        assertRefused(archiveOne(huge));
    }

    @Test
    void neverArchivesACategoryByItself() {
        tenant.active(category);

        assertRefused(archiveOne(category));
        assertRefused(preview(category).getFirst());
    }

    @Test
    void tellsThatACategoryIsArchivedAlready() {
        tenant.archived(category);

        assertThat(archiveOne(category)).isInstanceOf(AlreadyArchived.class);
    }

    @Test
    void archivesAGlossaryWithAllOfItsContents() {
        activeGlossary();

        List<ArchiveOutcome> outcomes = archive(category, glossary, term);

        assertThat(outcomes).allMatch(Archived.class::isInstance);
        assertThat(tenant.archivings()).containsExactly(List.of(term.guid(), glossary.guid()));
        assertThat(alarms).isEmpty();
    }

    @Test
    void archivesAGlossaryWithContentsThatTheSameJobRestored() {
        activeGlossary();
        others = claims(term, category);

        Archived outcome = archived(archiveOne(glossary));

        assertThat(outcome.alsoArchived())
                .extracting(OtherAsset::guid)
                .containsExactlyInAnyOrder(term.guid(), category.guid());
        assertThat(alarms).isEmpty();
    }

    @Test
    void refusesAGlossaryWithATermThatTheJobDidNotRestore() {
        activeGlossary();
        others = claims(category);

        assertThat(assertRefused(archiveOne(glossary)).others())
                .extracting(OtherAsset::guid)
                .containsExactly(term.guid());
        assertRefused(preview(glossary).getFirst());
    }

    @Test
    void refusesAGlossaryWithATermThatWasChangedSince() {
        activeGlossary();
        others = claims(term, category);
        tenant.active(Assets.updatedAt(term, clock.instant()));

        assertRefused(archiveOne(glossary));
    }

    @Test
    void refusesAGlossaryAndItsOtherContentsWhenOneCategoryWasChanged() {
        activeGlossary();
        tenant.active(Assets.updatedAt(category, clock.instant()));

        List<ArchiveOutcome> outcomes = archive(glossary, term, category);

        assertThat(outcomes.getFirst()).isInstanceOf(RestoreOutcome.Refused.class);
        assertThat(outcomes.get(1)).isInstanceOf(Archived.class);
        assertThat(outcomes.get(2)).isInstanceOf(RestoreOutcome.Refused.class);
        assertThat(tenant.isActive(category.guid())).isTrue();
    }

    @Test
    void refusesACategoryWhoseGlossaryWasNotArchived() {
        activeGlossary();
        tenant.answerArchiving(sent -> refusing(glossary));

        List<ArchiveOutcome> outcomes = archive(glossary, term, category);

        assertThat(outcomes.getFirst()).isInstanceOf(RestoreOutcome.Failed.class);
        assertThat(outcomes.get(2)).isInstanceOf(RestoreOutcome.Refused.class);
    }

    @Test
    void previewsACategoryWithItsGlossary() {
        activeGlossary();

        assertThat(preview(glossary, term, category)).allMatch(WouldArchive.class::isInstance);
    }

    @Test
    void raisesTheAlarmWhenATermCameInTheGap() {
        activeGlossary();
        StoredAsset late = tenant.active(Assets.term("late", "glossary", false));
        tenant.answerArchiving(sent -> {
            tenant.active(Assets.linked(glossary, "terms", late, false));
            return tenant.commitArchiving(sent);
        });

        List<ArchiveOutcome> outcomes = archive(glossary, term, category);

        assertThat(outcomes.getFirst()).isInstanceOf(UnexpectedChange.class);
        assertThat(alarms).hasSize(1);
        assertThat(outcomes.get(1)).isInstanceOf(Archived.class);
    }

    @Test
    void raisesTheAlarmForATermInTheGapThoughTheAnswerWasLost() {
        activeGlossary();
        StoredAsset late = Assets.term("late", "glossary", true);
        tenant.answerArchiving(sent -> {
            tenant.commitArchiving(sent);
            tenant.archived(Assets.linked(glossary, "terms", late, true));
            return new RestoreAnswer.Unanswered("timed out", false, null);
        });

        assertThat(archive(glossary, term, category).getFirst()).isInstanceOf(UnexpectedChange.class);
    }

    private void activeGlossary() {
        tenant.active(glossary);
        tenant.active(term);
        tenant.active(category);
    }

    private static StoredAsset linkedByName(StoredAsset container, StoredAsset other) {
        Relationship edge = new Relationship(
                "anything",
                new AssetReference(other.typeName(), other.guid()),
                other.name(),
                other.identity().qualifiedName().value(),
                false,
                false);
        return new StoredAsset(
                container.identity(),
                container.name(),
                container.updatedAt(),
                container.updatedBy(),
                container.attributes(),
                List.of(edge),
                true,
                false,
                container.record());
    }

    private static Rejected refusing(StoredAsset asset) {
        Failure failure =
                new Failure(Failure.Kind.FORBIDDEN_BY_ATLAN, "refused", TenantDouble.error(403, "ATLAS-403-00-001"));
        return new Rejected(failure, asset.guid());
    }
}
