package io.restoregateway.web.atlan;

import io.restoregateway.restore.AssetClaim;
import io.restoregateway.restore.Guid;
import io.restoregateway.web.json.InputErrors;
import io.restoregateway.web.json.JsonDocument;
import io.restoregateway.web.problem.Problem;
import io.restoregateway.web.problem.ProblemException;
import io.restoregateway.web.problem.ProblemType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Reads the body of Atlan's bulk call into claims; all that is wrong with it is told at once. */
final class BulkBody {

    /** Atlan takes 20 to 50 entities a call, and all of them go into one. */
    static final int MAX_ENTITIES = 50;

    private static final String ENTITIES = "entities";

    private static final JsonPointer AT_ENTITIES = JsonPointer.empty().appendProperty(ENTITIES);

    private final InputErrors errors = new InputErrors();

    private final InputErrors repeats = new InputErrors();

    private final List<AssetClaim> claims = new ArrayList<>();

    /** The guid of the first entity that something is wrong with, where it is a guid at all. */
    private @Nullable String blamed;

    private BulkBody() {}

    /**
     * What a body claims.
     *
     * @return 1 to 50 claims, no guid twice
     * @throws ProblemException when anything is wrong with the body
     */
    static List<AssetClaim> claims(JsonDocument document) {
        BulkBody body = new BulkBody();
        document.errors().forEach(body.errors::add);
        body.readAll(document.root());
        body.refuse();
        return body.claims;
    }

    private void readAll(JsonNode root) {
        if (!root.isObject()) {
            errors.add(JsonPointer.empty(), "must be an object with a list of entities");
            return;
        }
        OtherKeys.refuse(root, Set.of(ENTITIES), JsonPointer.empty(), errors);
        JsonNode entities = root.path(ENTITIES);
        if (!entities.isArray() || entities.isEmpty()) {
            errors.add(AT_ENTITIES, "is required: a list of 1 to %d entities".formatted(MAX_ENTITIES));
        } else if (entities.size() > MAX_ENTITIES) {
            throw new ProblemException(Problem.of(
                    ProblemType.TOO_MANY_ASSETS,
                    "/entities: has %,d entries; the limit is %d".formatted(entities.size(), MAX_ENTITIES)));
        } else {
            readEach(entities);
        }
    }

    private void readEach(JsonNode entities) {
        Set<Guid> seen = new HashSet<>();
        for (int index = 0; index < entities.size(); index++) {
            boolean cleanSoFar = !errors.any();
            JsonPointer at = AT_ENTITIES.appendIndex(index);
            EntityReader reader = new EntityReader(entities.get(index), at, errors);
            reader.claim().ifPresent(claims::add);
            Optional<Guid> guid = reader.guid();
            if (guid.isPresent() && !seen.add(guid.get())) {
                repeats.add(at.appendProperty("guid"), "is the guid of an earlier entity: " + guid.get());
            }
            if (cleanSoFar && errors.any()) {
                blamed = guid.map(Guid::value).orElse(null);
            }
        }
    }

    private void refuse() {
        if (errors.any()) {
            repeats.list().forEach(errors::add);
            Problem.Builder problem = ProblemException.invalid(errors.list()).problem();
            throw new ProblemException(blamed == null ? problem : problem.guid(blamed));
        }
        if (repeats.any()) {
            var first = repeats.list().getFirst();
            throw new ProblemException(
                    Problem.of(ProblemType.DUPLICATE_GUID, "%s: %s".formatted(first.pointer(), first.message()))
                            .errors(repeats.list()));
        }
    }
}
