package io.restoregateway.atlan;

import io.restoregateway.restore.Guid;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.UriUtils;

/**
 * One call to Atlan, ready to be sent.
 *
 * @param path the path without variables, which names the call in logs and metrics
 * @param target path and query, encoded
 * @param body JSON, where the call has a body
 */
record AtlanRequest(
        HttpMethod method,
        String path,
        String target,
        @Nullable String body) {

    private static final String BULK = "/api/meta/entity/bulk";

    private static final String BY_NAME = "/api/meta/entity/uniqueAttribute/type/";

    private static final String SEARCH = "/api/meta/search/indexsearch";

    /** Reads up to 100 assets from the store. */
    static AtlanRequest read(Collection<Guid> guids, boolean relationships, boolean skipFailed) {
        String target = BULK + "?" + named(guids) + "&ignoreRelationships=" + !relationships + "&minExtInfo=true"
                + (skipFailed ? "&skipFailedEntities=true" : "");
        return new AtlanRequest(HttpMethod.GET, BULK, target, null);
    }

    /** Reads one asset from the store by its name. */
    static AtlanRequest readByName(TypeName typeName, QualifiedName name) {
        String target = BY_NAME + typeName + "?attr:qualifiedName="
                + UriUtils.encode(name.value(), StandardCharsets.UTF_8) + "&ignoreRelationships=true&minExtInfo=true";
        return new AtlanRequest(HttpMethod.GET, BY_NAME + "{typeName}", target, null);
    }

    /** Searches the index. */
    static AtlanRequest search(Object body) {
        return new AtlanRequest(HttpMethod.POST, SEARCH, SEARCH, Json.write(body));
    }

    /** Archives assets in one transaction. */
    static AtlanRequest archive(Collection<Guid> guids) {
        return new AtlanRequest(HttpMethod.DELETE, BULK, BULK + "?" + named(guids) + "&deleteType=SOFT", null);
    }

    /** Restores assets in one transaction. */
    static AtlanRequest restore(Object body) {
        String target = BULK
                + "?replaceClassifications=false&replaceBusinessAttributes=false&overwriteBusinessAttributes=false";
        return new AtlanRequest(HttpMethod.POST, BULK, target, Json.write(body));
    }

    private static String named(Collection<Guid> guids) {
        return guids.stream().map(guid -> "guid=" + guid).collect(Collectors.joining("&"));
    }
}
