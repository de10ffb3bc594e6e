package io.restoregateway.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be asked of the tenant, in the words of Atlan's calls; called under the tenant's lock. */
final class TenantCalls {

    private final TenantStore store;
    private final TenantTime time;
    private final AssetTypes types;
    private final Headers headers;
    private final EntityViews views;
    private final FoundBefore found;
    private long placeholder = -5_432_708_517_735L;

    TenantCalls(TenantStore store, TenantTime time, AssetTypes types) {
        this.store = store;
        this.time = time;
        this.types = types;
        this.headers = new Headers(types);
        this.views = new EntityViews(types);
        this.found = new FoundBefore(store.changes());
    }

    Map<String, @Nullable Object> read(String guid, boolean ignoreRelationships, SandboxSettings settings) {
        StoredAsset asset = readable(guid, settings);
        return Json.of(
                "referredEntities", Map.of(),
                "entity", views.entity(store.current(), asset, ignoreRelationships));
    }

    Map<String, @Nullable Object> readHeader(String guid, SandboxSettings settings) {
        return headers.brief(readable(guid, settings));
    }

    /** One guid that is missing or unreadable fails the whole call, unless those are to be skipped. */
    Map<String, @Nullable Object> readAll(
            List<String> guids, boolean ignoreRelationships, boolean skipFailed, SandboxSettings settings) {
        if (guids.isEmpty()) {
            throw AtlasFailure.invalidParameters("Guid(s) not specified");
        }
        List<Object> entities = new ArrayList<>();
        for (String guid : guids) {
            try {
                entities.add(views.entity(store.current(), readable(guid, settings), ignoreRelationships));
            } catch (AtlasFailure failure) {
                if (!skipFailed) {
                    throw failure;
                }
            }
        }
        return Json.of("referredEntities", Map.of(), "entities", entities);
    }

    Map<String, @Nullable Object> readByName(
            String typeName, @Nullable String qualifiedName, SandboxSettings settings) {
        if (types.find(typeName).isEmpty()) {
            throw AtlasFailure.unknownType(typeName, null);
        }
        StoredAsset found = store.current()
                .findByName(types, typeName, String.valueOf(qualifiedName))
                .orElseThrow(() -> AtlasFailure.unknownName(typeName, "{qualifiedName=" + qualifiedName + "}"));
        return read(found.guid(), false, settings);
    }

    /** Searches what is stored at this moment, but not before it is asked for the answer: then without the tenant's lock. */
    Supplier<Map<String, @Nullable Object>> search(Map<String, @Nullable Object> request, SandboxSettings settings) {
        TenantVersion index = store.behind(settings.indexLag(), settings.indexLagChanges());
        TenantState current = store.current();
        return () -> new IndexSearch(types, found, request).answer(index, current);
    }

    Map<String, @Nullable Object> write(String user, List<SentEntity> entities, SandboxSettings settings) {
        TenantState before = store.current();
        Draft draft = new Draft(before, types, user, time.tick());
        BulkWrite write = new BulkWrite(before, draft, types, settings, this::nextPlaceholder);
        try {
            Map<String, @Nullable Object> answer = write.apply(entities);
            commit(draft);
            return answer;
        } catch (AtlasFailure failure) {
            applyAdmins(before, write.adminsByConnection());
            throw failure;
        }
    }

    Map<String, @Nullable Object> archive(String user, List<String> guids, boolean purge, SandboxSettings settings) {
        if (guids.isEmpty()) {
            throw AtlasFailure.invalidParameters("Guid(s) not specified");
        }
        TenantState before = store.current();
        Draft draft = new Draft(before, types, user, time.tick());
        Archiving archiving = new Archiving(before, draft, types);
        archiving.checkPermissions(guids);
        Map<String, @Nullable Object> answer = archiving.apply(guids, purge);
        if (purge || settings.archivingLag().isZero()) {
            commit(draft);
        } else {
            archiveLater(before, guids, draft, settings);
        }
        return answer;
    }

    /** The undocumented call: it cannot create or rename, and passes over what it does not know. */
    Map<String, @Nullable Object> restoreByGuids(String user, List<String> guids, SandboxSettings settings) {
        TenantState before = store.current();
        Draft draft = new Draft(before, types, user, time.tick());
        BulkWrite write = new BulkWrite(before, draft, types, settings, this::nextPlaceholder);
        for (String guid : guids) {
            StoredAsset asset = draft.find(guid);
            if (asset != null && asset.access() != AssetAccess.FULL && user.equals(SandboxTenant.TOKEN_USER)) {
                throw AtlasFailure.forbidden(user, "delete entity: guid=" + guid);
            }
            if (asset != null && asset.isArchived()) {
                write.restore(guid);
            }
        }
        commit(draft);
        return write.mutations().body(null);
    }

    /** Of the assets that these entries would restore, the guids of those that are active. */
    List<String> alreadyActive(List<SentEntity> entities) {
        TenantState state = store.current();
        return entities.stream()
                .filter(SentEntity::wantsActive)
                .flatMap(sent -> Stream.ofNullable(sent.meant(state, types)))
                .filter(asset -> !asset.isArchived())
                .map(StoredAsset::guid)
                .toList();
    }

    List<String> activeAmong(List<String> guids) {
        return guids.stream()
                .filter(guid -> {
                    StoredAsset asset = store.current().find(guid);
                    return asset != null && !asset.isArchived();
                })
                .toList();
    }

    /** A change that Atlan's calls have no word for, or that somebody else makes. */
    void mutate(String user, Consumer<Draft> change) {
        TenantState before = store.current();
        Draft draft = new Draft(before, types, user, time.tick());
        change.accept(draft);
        commit(draft);
    }

    TenantState current() {
        return store.current();
    }

    void later(Duration delay, Runnable change) {
        store.later(delay, change);
    }

    private void archiveLater(TenantState before, List<String> guids, Draft dryRun, SandboxSettings settings) {
        mutate(dryRun.user(), draft -> {
            for (String guid : guids) {
                StoredAsset asset = before.find(guid);
                if (asset != null && !asset.isArchived()) {
                    draft.change(guid, stamped -> stamped);
                }
            }
        });
        SandboxSettings atOnce = settings.withArchivingLag(Duration.ZERO);
        store.later(settings.archivingLag(), () -> archive(dryRun.user(), guids, false, atOnce));
    }

    private void commit(Draft draft) {
        List<String> changed = draft.changedAssets();
        if (!changed.isEmpty() || draft.changesEdges()) {
            store.commit(draft.state(), changed);
        }
    }

    private void applyAdmins(TenantState before, Map<String, Map<String, List<String>>> adminsByConnection) {
        if (adminsByConnection.isEmpty()) {
            return;
        }
        Draft draft = new Draft(before, types, "", time.tick());
        adminsByConnection.forEach((guid, lists) -> {
            Map<String, Object> attributes = new LinkedHashMap<>(draft.get(guid).attributes());
            attributes.putAll(lists);
            draft.put(draft.get(guid).withAttributes(attributes));
        });
        commit(draft);
    }

    /** A replica shows a restored asset as it was while it is behind. */
    private StoredAsset readable(String guid, SandboxSettings settings) {
        StoredAsset asset = store.current().find(guid);
        if (asset == null) {
            throw AtlasFailure.unknownGuid(guid);
        }
        if (asset.access() == AssetAccess.NONE) {
            throw AtlasFailure.forbidden(SandboxTenant.TOKEN_USER, "read entity: guid=" + guid);
        }
        StoredAsset replicated = store.behind(settings.replicaLag(), 0).state().find(guid);
        return replicated != null && replicated.isArchived() && !asset.isArchived() ? replicated : asset;
    }

    private String nextPlaceholder() {
        return String.valueOf(placeholder--);
    }
}
