package io.restoregateway.web.atlan;

import io.restoregateway.restore.AssetClaim;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.MalformedValueException;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import io.restoregateway.web.json.InputErrors;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Reads one entity of Atlan's bulk call into a claim: three keys, and attributes that must be as stored. */
final class EntityReader {

    private static final Set<String> COUNTING = Set.of("typeName", "guid", "status", "attributes");

    private static final String QUALIFIED_NAME = "qualifiedName";

    private static final String NAME = "name";

    private static final String NO_PLACEHOLDER = "must be the asset's own guid, a UUID of 36 lower-case characters;"
            + " without it Atlan creates an asset, or changes another one, where the qualifiedName does not match,"
            + " so the placeholders of the SDKs' restore() are refused: use POST"
            + " /api/v1/assets/restore-by-qualified-name, which finds the guid itself";

    private final JsonNode entity;

    private final JsonPointer at;

    private final InputErrors errors;

    EntityReader(JsonNode entity, JsonPointer at, InputErrors errors) {
        this.entity = entity;
        this.at = at;
        this.errors = errors;
    }

    /** What the entity claims; nothing when it lacks what every claim needs, which is then noted. */
    Optional<AssetClaim> claim() {
        if (!entity.isObject()) {
            errors.add(at, "must be an object");
            return Optional.empty();
        }
        OtherKeys.refuse(entity, COUNTING, at, errors);
        requireActive();
        TypeName typeName = value(entity, at, "typeName", TypeName::new);
        if (guid().isEmpty()) {
            errors.add(at.appendProperty("guid"), NO_PLACEHOLDER + hint());
        }
        JsonNode attributes = entity.path("attributes");
        if (!attributes.isObject()) {
            errors.add(atAttributes(), "is required: an object with qualifiedName and name");
            return Optional.empty();
        }
        return claim(attributes, typeName);
    }

    /** The entity's guid, where it has the form of one. */
    Optional<Guid> guid() {
        return entity.path("guid").stringValueOpt().filter(Guid::isWellFormed).map(Guid::new);
    }

    private Optional<AssetClaim> claim(JsonNode attributes, @Nullable TypeName typeName) {
        QualifiedName qualifiedName = value(attributes, atAttributes(), QUALIFIED_NAME, QualifiedName::new);
        value(attributes, atAttributes(), NAME, Function.identity());
        AdministratorLists lists = AdministratorLists.read(attributes, atAttributes(), errors);
        if (typeName == null || qualifiedName == null || guid().isEmpty()) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> expected = new LinkedHashMap<>();
        attributes.properties().forEach(attribute -> {
            String name = attribute.getKey();
            if (!name.equals(QUALIFIED_NAME) && !lists.areGivenFor(typeName, name)) {
                expected.put(name, PlainValues.of(attribute.getValue()));
            }
        });
        return Optional.of(new AssetClaim(
                new AssetIdentity(typeName, qualifiedName, guid().orElseThrow()), expected, lists.claimFor(typeName)));
    }

    private void requireActive() {
        JsonNode status = entity.path("status");
        if (!status.isString() || !status.stringValue().equals("ACTIVE")) {
            errors.add(
                    at.appendProperty("status"),
                    "must be \"ACTIVE\": that is what restores, anything else would edit the archived asset");
        }
    }

    private <T> @Nullable T value(JsonNode object, JsonPointer place, String key, Function<String, T> form) {
        JsonNode value = object.path(key);
        JsonPointer inside = place.appendProperty(key);
        if (!value.isString()) {
            errors.add(inside, value.isMissingNode() || value.isNull() ? "is required" : "must be a string");
            return null;
        }
        try {
            return form.apply(value.stringValue());
        } catch (MalformedValueException malformed) {
            errors.add(inside, Objects.requireNonNull(malformed.getMessage()));
            return null;
        }
    }

    /** The guid that somebody wrote in another notation. */
    private String hint() {
        return entity.path("guid")
                .stringValueOpt()
                .map(text -> text.strip().toLowerCase(Locale.ROOT).replaceAll("[{}]", ""))
                .filter(Guid::isWellFormed)
                .map(guid -> "; if it is " + guid + ", write it so")
                .orElse("");
    }

    private JsonPointer atAttributes() {
        return at.appendProperty("attributes");
    }
}
