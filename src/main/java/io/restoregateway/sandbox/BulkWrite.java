package io.restoregateway.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One bulk call: creates, updates and restores in one transaction, with everything that Atlan does beside it. */
final class BulkWrite {

    private final TenantState before;
    private final Draft draft;
    private final AssetTypes types;
    private final Headers headers;
    private final SandboxSettings settings;
    private final Resolution resolution;
    private final Guards guards;
    private final Mutations mutations = new Mutations();

    BulkWrite(
            TenantState before,
            Draft draft,
            AssetTypes types,
            SandboxSettings settings,
            Supplier<String> placeholders) {
        this.before = before;
        this.draft = draft;
        this.types = types;
        this.headers = new Headers(types);
        this.settings = settings;
        this.resolution = new Resolution(before, types, placeholders);
        this.guards = new Guards(before, draft.user());
    }

    /** The answer; the draft then holds what is to be committed. */
    Map<String, @Nullable Object> apply(List<SentEntity> entities) {
        List<Resolution.Resolved> resolved = resolution.resolve(entities);
        resolved.forEach(guards::check);
        for (Resolution.Resolved entry : resolved) {
            if (draft.find(entry.guid()) == null) {
                create(entry);
            } else {
                update(entry);
            }
        }
        return mutations.body(resolution.guidAssignments());
    }

    Mutations mutations() {
        return mutations;
    }

    /** Took effect already, even when {@link #apply} failed. */
    Map<String, Map<String, List<String>>> adminsByConnection() {
        return guards.adminsByConnection();
    }

    private void create(Resolution.Resolved entry) {
        EntityChange change = new EntityChange(types, entry.sent());
        StoredAsset created = change.created(entry, draft, resolution);
        draft.put(created);
        Set<String> neighbours = change.connect(created, draft, resolution);
        mutations.create(headers.full(draft.get(created.guid())));
        touch(neighbours);
    }

    private void update(Resolution.Resolved entry) {
        StoredAsset stored = draft.get(entry.guid());
        boolean restores = stored.isArchived() && entry.sent().wantsActive();
        EntityChange change = new EntityChange(types, entry.sent());
        StoredAsset changed = change.updated(stored);
        draft.put(changed);
        Set<String> neighbours = change.connect(changed, draft, resolution);
        boolean differs = !changed.equals(stored) || !neighbours.isEmpty();
        if (restores) {
            restore(entry.guid(), original(stored));
        } else if (differs) {
            draft.change(entry.guid(), asset -> asset);
            if (stored.isArchived()) {
                mutations.changeUnlisted();
            } else {
                mutations.update(entry.guid(), headers.full(draft.get(entry.guid())));
                touch(neighbours);
            }
        }
    }

    /** Restores by guid alone, as the undocumented call does. */
    void restore(String guid) {
        restore(guid, draft.get(guid));
    }

    private void restore(String guid, StoredAsset seenBefore) {
        mutations.update(guid, headers.brief(seenBefore.withStatus(AssetStatus.ACTIVE)));
        draft.change(guid, this::restored);
        Set<String> neighbours = draft.restoreEdges(guid);
        if (settings.neighboursInUpdate()) {
            neighbours.forEach(neighbour -> mutations.update(neighbour, headers.brief(draft.get(neighbour))));
        }
        if (seenBefore.typeName().equals("AtlasGlossary")) {
            restoreContents(guid);
        }
    }

    private StoredAsset restored(StoredAsset archived) {
        StoredAsset active = archived.withStatus(AssetStatus.ACTIVE);
        return settings.tagsLostOnRestore()
                ? active.withExtras(active.extras().withClassifications(List.of()))
                : active;
    }

    /** A glossary brings all its archived terms and categories, those archived long before it included. */
    private void restoreContents(String glossaryGuid) {
        for (StoredRelationship edge : draft.edgesOf(glossaryGuid)) {
            StoredAsset content = draft.get(edge.childGuid());
            if (edge.type().endsWith("Anchor") && content.isArchived()) {
                restore(content.guid(), original(content));
            }
        }
    }

    private StoredAsset original(StoredAsset stored) {
        return Objects.requireNonNullElse(before.find(stored.guid()), stored);
    }

    /** The other ends of new relationships are stamped too, and listed as they were before. */
    private void touch(Set<String> neighbours) {
        for (String neighbour : neighbours) {
            StoredAsset original = before.find(neighbour);
            if (original != null) {
                mutations.update(neighbour, headers.neighbour(original));
                draft.change(neighbour, asset -> asset);
            }
        }
    }
}
