package io.restoregateway.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Somebody else who changes the same tenant behind the gateway's back. */
public final class OtherUser {

    private final SandboxTenant tenant;
    private final String name;

    OtherUser(SandboxTenant tenant, String name) {
        this.tenant = tenant;
        this.name = name;
    }

    /** Gives an asset another qualifiedName, whatever its type and state. */
    public OtherUser rename(String guid, String qualifiedName) {
        return edit(guid, "qualifiedName", qualifiedName);
    }

    /** Writes one attribute, whatever the asset's state. */
    public OtherUser edit(String guid, String attribute, Object value) {
        return change(guid, asset -> {
            Map<String, Object> attributes = new LinkedHashMap<>(asset.attributes());
            attributes.put(attribute, value);
            return asset.withAttributes(attributes);
        });
    }

    public OtherUser changeAdmins(String connectionGuid, List<String> adminUsers) {
        return edit(connectionGuid, "adminUsers", adminUsers);
    }

    public OtherUser restore(String guid) {
        tenant.call(calls -> calls.restoreByGuids(name, List.of(guid), SandboxSettings.HEALTHY));
        return this;
    }

    public OtherUser archive(String... guids) {
        return remove(false, guids);
    }

    /**
     * Archives at one moment everything active beneath a qualifiedName, as a crawler with a wrong filter would: what
     * goes on behind it with a slash.
     *
     * @return how many assets
     */
    public int archiveBeneath(String qualifiedName) {
        return tenant.call(calls -> archive(calls, calls.current().beneath(qualifiedName)));
    }

    /** The same, and every asset of that very qualifiedName too. */
    public int archiveAtAndBeneath(String qualifiedName) {
        return tenant.call(calls -> archive(
                calls,
                Stream.concat(
                        calls.current().named(qualifiedName), calls.current().beneath(qualifiedName))));
    }

    private int archive(TenantCalls calls, Stream<StoredAsset> assets) {
        List<String> guids = assets.filter(asset -> !asset.isArchived())
                .map(StoredAsset::guid)
                .toList();
        AtomicInteger archived = new AtomicInteger();
        calls.mutate(name, draft -> archived.set(Archiving.silently(draft, tenant.types(), guids)));
        return archived.get();
    }

    public OtherUser purge(String... guids) {
        return remove(true, guids);
    }

    /** Decides what the sandbox's token may do with an asset from now on. */
    public OtherUser allow(String guid, AssetAccess access) {
        return change(guid, asset -> asset.withAccess(access));
    }

    /** Tags an asset, replacing the tags that it has. */
    public OtherUser tag(String guid, String... classifications) {
        return change(guid, asset -> asset.withExtras(asset.extras().withClassifications(List.of(classifications))));
    }

    /** Creates an active asset; the guid of the new one. */
    public String create(String typeName, String qualifiedName, Map<String, Object> attributes) {
        Map<String, Object> all = new LinkedHashMap<>(attributes);
        all.put("qualifiedName", qualifiedName);
        all.putIfAbsent("name", qualifiedName.substring(qualifiedName.lastIndexOf('/') + 1));
        return tenant.call(calls -> {
            String guid = Guids.of(
                    "other",
                    name,
                    typeName,
                    qualifiedName,
                    String.valueOf(tenant.time().tick()));
            calls.mutate(
                    name,
                    draft -> draft.put(new StoredAsset(
                            guid,
                            typeName,
                            AssetStatus.ACTIVE,
                            all,
                            new StoredAsset.Stamp(name, name, draft.time(), draft.time()),
                            StoredAsset.Extras.NONE,
                            AssetAccess.FULL,
                            draft.nextNumber())));
            return guid;
        });
    }

    /** Creates an active asset of the same type and qualifiedName as another; the guid of the new one. */
    public String createNamesake(String guid) {
        StoredAsset model = tenant.asset(guid).orElseThrow();
        return create(model.typeName(), model.qualifiedName(), model.attributes());
    }

    private OtherUser change(String guid, UnaryOperator<StoredAsset> change) {
        tenant.call(calls -> {
            calls.mutate(name, draft -> draft.change(guid, change));
            return guid;
        });
        return this;
    }

    private OtherUser remove(boolean purge, String... guids) {
        tenant.call(calls -> {
            calls.mutate(
                    name, draft -> new Archiving(draft.state(), draft, tenant.types()).apply(List.of(guids), purge));
            return guids.length;
        });
        return this;
    }
}
