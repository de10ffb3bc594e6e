package io.restoregateway.web.atlan;

import io.restoregateway.restore.Administrators;
import io.restoregateway.restore.AdministratorsClaim;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.TypeName;
import io.restoregateway.web.json.InputErrors;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** The administrators that an entity names: for a connection all there shall be, for anything else as good as any attribute. */
final class AdministratorLists {

    private static final TypeName CONNECTION = new TypeName("Connection");

    private static final String ROLES = "adminRoles";

    private static final List<String> ATTRIBUTES = List.of("adminUsers", "adminGroups", ROLES);

    private static final int MAX_NAMES = 500;

    /** The lists that name somebody; one that is null or empty names nobody and is compared like any attribute. */
    private final Map<String, List<String>> given = new LinkedHashMap<>();

    private AdministratorLists() {}

    /** Reads the three lists of an entity's attributes, noting what is wrong with them. */
    static AdministratorLists read(JsonNode attributes, JsonPointer at, InputErrors errors) {
        AdministratorLists lists = new AdministratorLists();
        for (String attribute : ATTRIBUTES) {
            JsonNode list = attributes.path(attribute);
            JsonPointer inside = at.appendProperty(attribute);
            if (list.isArray() && list.size() > MAX_NAMES) {
                errors.add(inside, "has %,d entries; the limit is %d".formatted(list.size(), MAX_NAMES));
            } else if (list.isArray() && !list.isEmpty()) {
                lists.given.put(attribute, names(list, attribute, inside, errors));
            } else if (!list.isArray() && !list.isNull() && !list.isMissingNode()) {
                errors.add(inside, "must be a list of strings, or null");
            }
        }
        return lists;
    }

    /** Whether that attribute is told by {@link #claimFor}, and not to be compared by itself. */
    boolean areGivenFor(TypeName typeName, String attribute) {
        return typeName.equals(CONNECTION) && given.containsKey(attribute);
    }

    /** The administrators claimed for an asset of that type; only connections have any to be added. */
    AdministratorsClaim claimFor(TypeName typeName) {
        if (given.isEmpty() || !typeName.equals(CONNECTION)) {
            return AdministratorsClaim.NONE;
        }
        Administrators named = new Administrators(names("adminUsers"), names("adminGroups"), names(ROLES));
        return new AdministratorsClaim(named, true);
    }

    private List<String> names(String attribute) {
        return given.getOrDefault(attribute, List.of());
    }

    private static List<String> names(JsonNode list, String attribute, JsonPointer at, InputErrors errors) {
        SequencedSet<String> names = new LinkedHashSet<>();
        for (int index = 0; index < list.size(); index++) {
            JsonNode name = list.get(index);
            JsonPointer inside = at.appendIndex(index);
            if (!name.isString()) {
                errors.add(inside, "must be a string");
            } else if (name.stringValue().isBlank()) {
                errors.add(inside, "must not be blank");
            } else if (attribute.equals(ROLES) && !Guid.isWellFormed(name.stringValue())) {
                errors.add(inside, "must be the guid of a role, a UUID of 36 lower-case characters");
            } else if (!names.add(name.stringValue())) {
                errors.add(inside, "is named twice");
            }
        }
        return List.copyOf(names);
    }
}
