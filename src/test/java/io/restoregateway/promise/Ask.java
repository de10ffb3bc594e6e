package io.restoregateway.promise;

import io.restoregateway.promise.Gateway.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * One random request.
 *
 * @param kind the endpoint called
 * @param claims the assets asked for
 * @param includeTerms whether archived terms may come back with their glossary
 * @param validateOnly whether only checks are asked for
 */
record Ask(Kind kind, List<Claim> claims, boolean includeTerms, boolean validateOnly) {

    /** The endpoints that can restore. */
    enum Kind {
        ASSET("/api/v1/assets/restore"),
        BY_NAME("/api/v1/assets/restore-by-qualified-name"),
        BATCH("/api/v1/assets/restore-batch"),
        CONNECTION("/api/v1/connections/restore"),
        CONNECTION_BATCH("/api/v1/connections/restore-batch"),
        GUARDED("/api/meta/entity/bulk");

        private final String path;

        Kind(String path) {
            this.path = path;
        }
    }

    /**
     * What is said of one asset.
     *
     * @param adminUsers administrators to add; empty for none
     */
    record Claim(String typeName, String qualifiedName, String guid, String name, List<String> adminUsers) {

        Map<String, Object> asAsset() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("typeName", typeName);
            json.put("qualifiedName", qualifiedName);
            json.put("guid", guid);
            if (name != null) {
                json.put("name", name);
            }
            return json;
        }

        Map<String, Object> asConnection() {
            Map<String, Object> json = asAsset();
            json.remove("typeName");
            if (!adminUsers.isEmpty()) {
                json.put("adminUsers", adminUsers);
            }
            return json;
        }

        /** The entry that a client of Atlan would send on the word of this claim. */
        Map<String, Object> asEntity() {
            Map<String, Object> attributes = new LinkedHashMap<>();
            attributes.put("qualifiedName", qualifiedName);
            attributes.put("name", name == null ? qualifiedName : name);
            if (!adminUsers.isEmpty()) {
                attributes.put("adminUsers", adminUsers);
            }
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("typeName", typeName);
            json.put("guid", guid);
            json.put("status", "ACTIVE");
            json.put("attributes", attributes);
            return json;
        }
    }

    /** What one asset was told: an outcome, or the code of a problem. */
    record Told(Claim claim, String what, String guid) {}

    Answer sendTo(Gateway gateway) {
        // Atlan's Python SDK ends the path of its call with a slash.
        String slash = kind == Kind.GUARDED && claims.size() % 2 == 0 ? "/" : "";
        return gateway.post(
                kind.path + slash + (validateOnly && kind != Kind.GUARDED ? "?validateOnly=true" : ""), body());
    }

    private Map<String, Object> body() {
        Map<String, Object> body = switch (kind) {
            case ASSET -> claims.getFirst().asAsset();
            case CONNECTION -> claims.getFirst().asConnection();
            case BY_NAME -> {
                Map<String, Object> json = claims.getFirst().asAsset();
                json.remove("guid");
                json.remove("name");
                yield json;
            }
            case BATCH -> list("assets", claims.stream().map(Claim::asAsset).toList());
            case CONNECTION_BATCH ->
                list("connections", claims.stream().map(Claim::asConnection).toList());
            case GUARDED ->
                list("entities", claims.stream().map(Claim::asEntity).toList());
        };
        if (includeTerms && (kind == Kind.ASSET || kind == Kind.BATCH || kind == Kind.BY_NAME)) {
            body.put("includeTerms", true);
        }
        return body;
    }

    private static Map<String, Object> list(String name, List<?> items) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(name, items);
        return json;
    }

    /** Reads out of an answer what each asset was told. */
    List<Told> read(Answer answer) {
        return switch (kind) {
            case ASSET, BY_NAME, CONNECTION -> List.of(told(claims.getFirst(), answer.body(), answer.status()));
            case BATCH, CONNECTION_BATCH -> batch(answer);
            case GUARDED -> guarded(answer);
        };
    }

    private List<Told> batch(Answer answer) {
        if (answer.status() != 200) {
            return claims.stream()
                    .map(claim -> told(claim, answer.body(), answer.status()))
                    .toList();
        }
        JsonNode results = answer.body().get("results");
        if (results.size() != claims.size()) {
            throw new AssertionError(claims.size() + " asked for, " + results.size() + " answered");
        }
        return java.util.stream.IntStream.range(0, claims.size())
                .mapToObj(index -> told(claims.get(index), results.get(index), 200))
                .toList();
    }

    private static Told told(Claim claim, JsonNode json, int status) {
        JsonNode problem = json.has("problem") ? json.get("problem") : json;
        String guid = json.has("asset") ? json.get("asset").get("guid").stringValue() : claim.guid();
        if (problem.has("code")) {
            return new Told(claim, problem.get("code").stringValue(), guid);
        }
        if (!json.has("outcome")) {
            throw new AssertionError("no outcome in " + status + " " + json);
        }
        return new Told(claim, json.get("outcome").stringValue(), guid);
    }

    private List<Told> guarded(Answer answer) {
        if (answer.status() != 200) {
            String code = answer.body().get("errorCode").stringValue();
            String blamed = answer.body().path("entityGuid").stringValue("");
            return claims.stream()
                    .map(claim -> new Told(
                            claim,
                            blamed.isEmpty() || answer.status() == 504 || blamed.equals(claim.guid())
                                    ? code
                                    : "UNTOUCHED",
                            claim.guid()))
                    .toList();
        }
        List<String> restored = answer.body().at("/mutatedEntities/UPDATE").values().stream()
                .map(entity -> entity.get("guid").stringValue())
                .toList();
        return claims.stream()
                .map(claim ->
                        new Told(claim, restored.contains(claim.guid()) ? "RESTORED" : "ALREADY_ACTIVE", claim.guid()))
                .toList();
    }
}
