package io.restoregateway.sandbox;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Archives or purges assets: a glossary takes its contents along, a category is destroyed either way. */
final class Archiving {

    /** Of more than one asset in so many, it is cheaper to go through the whole tenant once. */
    private static final int MANY = 16;

    private final TenantState before;
    private final Draft draft;
    private final Headers headers;
    private final Mutations mutations = new Mutations();
    private final Set<String> neighbours = new LinkedHashSet<>();
    private final Set<String> gone = new LinkedHashSet<>();
    private final boolean listed;

    Archiving(TenantState before, Draft draft, AssetTypes types) {
        this(before, draft, types, true);
    }

    private Archiving(TenantState before, Draft draft, AssetTypes types, boolean listed) {
        this.before = before;
        this.listed = listed;
        this.draft = draft;
        this.headers = new Headers(types);
    }

    /** Archives any number of assets and lists none of them; how many it archived, contents included. */
    static int silently(Draft draft, AssetTypes types, List<String> guids) {
        Archiving archiving = new Archiving(draft.state(), draft, types, false);
        if (guids.size() < draft.state().assets().size() / MANY) {
            archiving.end(guids, false);
            return archiving.gone.size();
        }
        Map<Boolean, List<String>> plain = guids.stream()
                .collect(Collectors.partitioningBy(
                        guid -> !draft.get(guid).typeName().startsWith("AtlasGlossary")));
        draft.archiveAll(Set.copyOf(plain.getOrDefault(true, List.of())), Archiving::archived);
        archiving.end(plain.getOrDefault(false, List.of()), false);
        return plain.getOrDefault(true, List.of()).size() + archiving.gone.size();
    }

    void checkPermissions(List<String> guids) {
        for (String guid : guids) {
            StoredAsset asset = before.find(guid);
            if (asset != null && asset.access() != AssetAccess.FULL) {
                throw AtlasFailure.forbidden(draft.user(), "delete entity: guid=" + guid);
            }
        }
    }

    /** Unknown guids are passed over, and so are archived ones unless they are to be purged. */
    Map<String, @Nullable Object> apply(List<String> guids, boolean purge) {
        end(guids, purge);
        for (String guid : neighbours) {
            StoredAsset neighbour = draft.find(guid);
            if (neighbour != null && !gone.contains(guid)) {
                mutations.update(guid, headers.brief(neighbour));
            }
        }
        if (!neighbours.isEmpty()) {
            mutations.changeUnlisted();
        }
        return mutations.body(null);
    }

    private void end(List<String> guids, boolean purge) {
        for (String guid : new LinkedHashSet<>(guids)) {
            StoredAsset asset = draft.find(guid);
            if (asset != null && (purge || !asset.isArchived())) {
                contents(asset).forEach(content -> end(content, purge, false));
                end(asset, purge, true);
            }
        }
    }

    private List<StoredAsset> contents(StoredAsset asset) {
        return !asset.typeName().equals("AtlasGlossary")
                ? List.of()
                : draft.edgesOf(asset.guid()).stream()
                        .filter(edge -> edge.type().endsWith("Anchor"))
                        .map(edge -> draft.get(edge.childGuid()))
                        .filter(content -> !content.isArchived())
                        .toList();
    }

    private void end(StoredAsset asset, boolean purge, boolean asked) {
        boolean destroyed = purge || (asked && asset.typeName().equals("AtlasGlossaryCategory"));
        if (listed) {
            StoredAsset shown = asked ? asset.updated(draft.user(), draft.time()) : asset;
            mutations.delete(asset.guid(), headers.deleted(shown, purge ? "PURGE" : "DEFAULT"));
        }
        gone.add(asset.guid());
        neighbours.addAll(draft.archiveEdges(asset.guid()));
        if (destroyed) {
            draft.remove(asset.guid());
        } else {
            draft.change(asset.guid(), Archiving::archived);
        }
    }

    private static StoredAsset archived(StoredAsset asset) {
        if (!asset.typeName().equals("DataProduct")) {
            return asset.withStatus(AssetStatus.DELETED);
        }
        Map<String, Object> attributes = new LinkedHashMap<>(asset.attributes());
        attributes.put("daapStatus", "Archived");
        return asset.withAttributes(attributes).withStatus(AssetStatus.DELETED);
    }
}
