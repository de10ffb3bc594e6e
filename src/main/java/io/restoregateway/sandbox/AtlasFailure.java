package io.restoregateway.sandbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An error of Atlan's metastore: a status, a code, a message and sometimes the guid it is about. */
final class AtlasFailure extends RuntimeException {

    private final int status;
    private final @Nullable String errorCode;
    private final @Nullable String entityGuid;

    private AtlasFailure(int status, @Nullable String errorCode, String message, @Nullable String entityGuid) {
        super(message);
        this.status = status;
        this.errorCode = errorCode;
        this.entityGuid = entityGuid;
    }

    static AtlasFailure unknownGuid(String guid) {
        return new AtlasFailure(404, "ATLAS-404-00-005", "Given instance guid " + guid + " is invalid/not found", null);
    }

    static AtlasFailure unknownName(String typeName, String attributes) {
        String message = "Instance " + typeName + " with unique attribute " + attributes + " does not exist";
        return new AtlasFailure(404, "ATLAS-404-00-009", message, null);
    }

    static AtlasFailure unknownReference(String reference, String entityGuid) {
        return new AtlasFailure(
                404, "ATLAS-404-00-00A", "Referenced entity " + reference + " is not found", entityGuid);
    }

    static AtlasFailure mandatoryMissing(String typeName, AssetTypes.Mandatory missing, String entityGuid) {
        String message = "Invalid instance creation/updation parameters passed : " + typeName + "."
                + missing.attribute() + ": mandatory attribute value missing in type " + missing.declaredBy();
        return new AtlasFailure(404, "ATLAS-404-00-007", message, entityGuid);
    }

    static AtlasFailure unknownType(String typeName, @Nullable String entityGuid) {
        String message = "Type ENTITY with name " + typeName + " does not exist";
        return new AtlasFailure(400, "ATLAS-400-00-014", message, entityGuid);
    }

    static AtlasFailure invalidGuid(@Nullable String guid) {
        return new AtlasFailure(400, "ATLAS-400-00-021", "ObjectId is not valid invalid guid " + guid, null);
    }

    static AtlasFailure invalidParameters(String what) {
        return new AtlasFailure(400, "ATLAS-400-00-01A", "invalid parameters: " + what, null);
    }

    static AtlasFailure noAdmin() {
        return new AtlasFailure(400, "ATLAS-400-00-114", "Admin list should not be empty for type Connection", null);
    }

    static AtlasFailure forbidden(String user, String action) {
        String message = user + " is not authorized to perform " + action;
        return new AtlasFailure(403, "ATLAS-403-00-001", message, null);
    }

    static AtlasFailure notSupported(String what) {
        return new AtlasFailure(409, "ATLAS-409-00-015", "Operation not supported: " + what, null);
    }

    static AtlasFailure searchFailed(String why) {
        return new AtlasFailure(
                400, "ATLAS-400-00-102", "Error occurred while running direct index query on ES: " + why, null);
    }

    static AtlasFailure unreadableJson(String why) {
        return new AtlasFailure(400, null, why, null);
    }

    static AtlasFailure noSuchPath(String path) {
        return new AtlasFailure(404, null, "HTTP 404 Not Found: " + path, null);
    }

    static AtlasFailure methodNotAllowed() {
        return new AtlasFailure(405, null, "HTTP 405 Method Not Allowed", null);
    }

    int status() {
        return status;
    }

    Map<String, @Nullable Object> body() {
        if (errorCode == null) {
            return Json.of("error", getMessage());
        }
        Map<String, @Nullable Object> body = Json.of("errorCode", errorCode, "errorMessage", getMessage());
        if (entityGuid != null) {
            body.put("entityGuid", entityGuid);
        }
        return body;
    }
}
