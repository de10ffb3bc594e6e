package io.restoregateway.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Atlan refuses once it knows which asset is meant; it goes by the type that was sent, not by the stored one. */
final class Guards {

    static final List<String> ADMIN_LISTS = List.of("adminUsers", "adminGroups", "adminRoles");
    private static final Set<String> DOMAIN_TYPES = Set.of("DataDomain", "DataProduct");

    private final TenantState state;
    private final String user;
    private final Map<String, Map<String, List<String>>> adminsByConnection = new LinkedHashMap<>();

    Guards(TenantState state, String user) {
        this.state = state;
        this.user = user;
    }

    void check(Resolution.Resolved entry) {
        checkMandatory(entry);
        checkPermission(entry);
        checkSupported(entry);
        if (entry.sentType().name().equals("Connection")) {
            applyAdmins(entry);
        }
    }

    /** The administrator lists that took effect at once, whatever becomes of the transaction. */
    Map<String, Map<String, List<String>>> adminsByConnection() {
        return adminsByConnection;
    }

    private static void checkMandatory(Resolution.Resolved entry) {
        for (AssetTypes.Mandatory mandatory : entry.sentType().mandatory()) {
            if (entry.sent().value(mandatory.attribute()) == null) {
                throw AtlasFailure.mandatoryMissing(entry.sentType().name(), mandatory, entry.key());
            }
        }
    }

    private void checkPermission(Resolution.Resolved entry) {
        StoredAsset existing = entry.existing();
        if (existing != null
                && existing.access() != AssetAccess.FULL
                && existing.typeName().equals(entry.sentType().name())) {
            throw AtlasFailure.forbidden(user, "update entity: type=" + existing.typeName());
        }
    }

    private void checkSupported(Resolution.Resolved entry) {
        StoredAsset existing = entry.existing();
        if (existing == null || !existing.isArchived()) {
            return;
        }
        if (!entry.sentType().restorable()) {
            throw AtlasFailure.notSupported(entry.sentType().name() + " not Active");
        }
        if (DOMAIN_TYPES.contains(entry.sentType().name()) && parentDomainIsGone(existing)) {
            throw AtlasFailure.notSupported(
                    "Cannot restore " + entry.sentType().name() + " as its parent domain has been purged");
        }
    }

    private boolean parentDomainIsGone(StoredAsset asset) {
        Object parent = asset.attribute("parentDomainQualifiedName");
        return parent != null
                && state.named(parent.toString())
                        .noneMatch(other -> other.typeName().equals("DataDomain"));
    }

    private void applyAdmins(Resolution.Resolved entry) {
        Map<String, @Nullable Object> sent = entry.sent().attributes();
        if (ADMIN_LISTS.stream().noneMatch(sent::containsKey)) {
            return;
        }
        Map<String, List<String>> replaced = new LinkedHashMap<>();
        List<String> remaining = new ArrayList<>();
        for (String list : ADMIN_LISTS) {
            StoredAsset existing = entry.existing();
            if (sent.containsKey(list)) {
                replaced.put(list, Json.strings(sent.get(list)));
                remaining.addAll(Json.strings(sent.get(list)));
            } else if (existing != null) {
                remaining.addAll(Json.strings(existing.attribute(list)));
            }
        }
        if (remaining.isEmpty()) {
            throw AtlasFailure.noAdmin();
        }
        if (entry.existing() != null) {
            adminsByConnection.put(entry.guid(), replaced);
        }
    }
}
