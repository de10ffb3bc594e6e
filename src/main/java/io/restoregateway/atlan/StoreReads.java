package io.restoregateway.atlan;

import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.CatalogEntry;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.NamedEntry;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads assets from the store, so that one bad guid does not hide the others. */
final class StoreReads {

    private static final int AT_ONCE = 100;

    private static final String MISS = "ATLAS-404-";

    private static final String UNKNOWN_TYPE = "ATLAS-400-00-014";

    private final AtlanCalls calls;

    private final IndexSearch search;

    StoreReads(AtlanCalls calls, IndexSearch search) {
        this.calls = calls;
        this.search = search;
    }

    /** How many calls it takes to read so many assets when none is missing or withheld. */
    static int calls(int assets) {
        return Math.ceilDiv(assets, AT_ONCE);
    }

    /** Reads by guid; one entry for each, in their order. */
    Map<Guid, CatalogEntry> find(Collection<Guid> guids, boolean relationships) {
        List<Guid> asked = List.copyOf(new LinkedHashSet<>(guids));
        Map<Guid, CatalogEntry> found = new LinkedHashMap<>();
        for (int from = 0; from < asked.size(); from += AT_ONCE) {
            List<Guid> chunk = asked.subList(from, Math.min(from + AT_ONCE, asked.size()));
            Map<Guid, CatalogEntry> entries = new BulkRead(calls, search, relationships).read(chunk);
            chunk.forEach(guid -> found.put(guid, entries.get(guid)));
        }
        return found;
    }

    /** Reads by name: the first asset of the type or a subtype, in any status. */
    NamedEntry findByName(TypeName typeName, QualifiedName qualifiedName) {
        return switch (calls.read(AtlanRequest.readByName(typeName, qualifiedName))) {
            case Answer.Told(var body, var requestId) -> identity(body.path("entity"), qualifiedName, requestId);
            case Answer.Refused refused when isMiss(refused) -> new NamedEntry.Nobody();
            case Answer.Refused(var word) when BulkRead.isForbidden(word) -> new NamedEntry.Withheld(word);
            case Answer answer -> throw Troubles.of(answer);
        };
    }

    private static NamedEntry identity(JsonNode entity, QualifiedName asked, String requestId) {
        AssetIdentity identity = EntityJson.identity(entity);
        if (identity == null || !identity.qualifiedName().equals(asked)) {
            throw Troubles.nonsense("Atlan answered another asset than the one asked for by name", requestId);
        }
        return EntityJson.isPurged(entity) ? new NamedEntry.Nobody() : new NamedEntry.Found(identity);
    }

    private static boolean isMiss(Answer.Refused refused) {
        String code = refused.error().errorCode();
        return code != null && (code.startsWith(MISS) || code.equals(UNKNOWN_TYPE));
    }
}
