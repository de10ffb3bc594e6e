package io.restoregateway.promise;

import io.restoregateway.promise.Ask.Claim;
import io.restoregateway.sandbox.StoredAsset;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Counts what a request did to a tenant that a restore must never do. */
final class Harm {

    int created;

    int renamed;

    int overwritten;

    int strangers;

    int administratorsLost;

    void count(Claim claim, Map<String, StoredAsset> before, Map<String, StoredAsset> after) {
        for (StoredAsset now : after.values()) {
            StoredAsset old = before.get(now.guid());
            if (old == null) {
                created++;
            } else if (!now.equals(old)) {
                count(claim, old, now);
            }
        }
    }

    private void count(Claim claim, StoredAsset old, StoredAsset now) {
        if (!now.guid().equals(claim.guid())) {
            strangers++;
        }
        if (!now.qualifiedName().equals(old.qualifiedName())) {
            renamed++;
        }
        if (!now.name().equals(old.name())) {
            overwritten++;
        }
        if (!administrators(now).containsAll(administrators(old))) {
            administratorsLost++;
        }
    }

    private static List<?> administrators(StoredAsset asset) {
        return Objects.requireNonNullElse((List<?>) asset.attributes().get("adminUsers"), List.of());
    }
}
