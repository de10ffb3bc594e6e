package io.restoregateway.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells over HTTP what the tenant really stores and how it was called, for tests whose gateways are in other processes. */
final class TruthControl {

    private static final int MOST_NAMES = 10_000;

    private final SandboxTenant tenant;

    TruthControl(SandboxTenant tenant) {
        this.tenant = tenant;
    }

    Map<String, @Nullable Object> callCounts() {
        CallCounts counts = tenant.counts();
        return Json.of(
                "byKind", counts.byKind(),
                "total", counts.total(),
                "rateLimited", counts.rateLimited(),
                "busiestMinute", counts.busiestMinute());
    }

    /** How many are active and archived: of all, or only of those beneath a qualifiedName. */
    StatusCounts statusCounts(AtlanCall call) {
        String beneath = call.parameter("beneath");
        return beneath == null ? tenant.count() : tenant.countBeneath(beneath);
    }

    /** Some assets by qualifiedName, and the qualifiedName to go on behind; namesakes are never torn apart. */
    Map<String, @Nullable Object> assets(AtlanCall call) {
        int limit = limit(call.parameter("limit"));
        String status = call.parameter("status");
        List<Object> shown = new ArrayList<>();
        String last = null;
        int names = 0;
        for (StoredAsset asset : (Iterable<StoredAsset>) from(call)::iterator) {
            if (!asset.qualifiedName().equals(last)) {
                if (names == limit) {
                    return Json.of("assets", shown, "next", last);
                }
                last = asset.qualifiedName();
                names++;
            }
            if (status == null || status.equals(asset.status().name())) {
                shown.add(shown(asset));
            }
        }
        return Json.of("assets", shown, "next", null);
    }

    private Stream<StoredAsset> from(AtlanCall call) {
        String beneath = call.parameter("beneath");
        return tenant.byName(beneath == null ? "" : NameRange.beneath(beneath), call.parameter("after"));
    }

    private static int limit(@Nullable String sent) {
        int limit = sent == null ? 1_000 : Integer.parseInt(sent);
        if (limit < 1 || limit > MOST_NAMES) {
            throw new IllegalArgumentException("limit must be between 1 and 10,000, but is " + limit);
        }
        return limit;
    }

    private static Map<String, @Nullable Object> shown(StoredAsset asset) {
        return Json.of(
                "guid", asset.guid(),
                "typeName", asset.typeName(),
                "qualifiedName", asset.qualifiedName(),
                "status", asset.status().name(),
                "updatedBy", asset.stamp().updatedBy(),
                "updateTime", asset.updateTime());
    }
}
