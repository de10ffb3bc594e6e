package io.restoregateway.atlan;

import io.restoregateway.restore.AssetReference;
import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.CatalogException.Trouble;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.RestorableAsset;
import io.restoregateway.restore.RestoreAnswer;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/** Sends the write that restores. */
final class RestoreCall {

    private final AtlanCalls calls;

    RestoreCall(AtlanCalls calls) {
        this.calls = calls;
    }

    RestoreAnswer restore(List<RestorableAsset> assets) {
        Set<Guid> sent = assets.stream().map(RestorableAsset::guid).collect(Collectors.toSet());
        try {
            return WriteAnswer.of(calls.write(AtlanRequest.restore(body(assets)), staleAfter(assets)), sent);
        } catch (CatalogException exhausted) {
            return new RestoreAnswer.NeverSent(exhausted);
        } catch (JacksonException unwritable) {
            return new RestoreAnswer.NeverSent(
                    new CatalogException(Trouble.ERROR, "The stored values cannot be written as JSON", null, null));
        }
    }

    private static Instant staleAfter(List<RestorableAsset> assets) {
        return assets.stream()
                .map(RestorableAsset::staleAfter)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    private static Map<String, Object> body(List<RestorableAsset> assets) {
        return Map.of("entities", assets.stream().map(RestoreCall::entry).toList());
    }

    private static Map<String, Object> entry(RestorableAsset asset) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        asset.values().forEach((name, value) -> attributes.put(name, wire(value)));
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("typeName", asset.identity().typeName().value());
        entry.put("guid", asset.guid().value());
        entry.put("attributes", attributes);
        entry.put("status", "ACTIVE");
        return entry;
    }

    private static Object wire(Object value) {
        return value instanceof AssetReference(var typeName, var guid) ? reference(typeName.value(), guid) : value;
    }

    private static Map<String, Object> reference(String typeName, Guid guid) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("typeName", typeName);
        reference.put("guid", guid.value());
        return reference;
    }
}
