package io.restoregateway.restore;

import io.restoregateway.restore.Refusal.Mismatch;
import io.restoregateway.restore.Refusal.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares all that a caller claims of an asset with what the store holds, byte for byte. */
final class ClaimCheck {

    /** The graver mismatch gives its name to all. */
    private static final List<Reason> ORDER =
            List.of(Reason.TYPE_MISMATCH, Reason.QUALIFIED_NAME_MISMATCH, Reason.ATTRIBUTE_MISMATCH);

    private ClaimCheck() {}

    /** Why the claim is not true, or nothing when all of it is. */
    static Optional<Refusal> refusal(AssetClaim claim, StoredAsset stored) {
        AssetIdentity claimed = claim.identity();
        AssetIdentity real = stored.identity();
        Map<Reason, List<Mismatch>> mismatches = new EnumMap<>(Reason.class);
        if (!claimed.typeName().equals(real.typeName())) {
            mismatches.put(Reason.TYPE_MISMATCH, List.of(mismatch("typeName", claimed.typeName(), real.typeName())));
        }
        if (!claimed.qualifiedName().equals(real.qualifiedName())) {
            mismatches.put(
                    Reason.QUALIFIED_NAME_MISMATCH,
                    List.of(mismatch("qualifiedName", claimed.qualifiedName(), real.qualifiedName())));
        }
        List<Mismatch> attributes = attributeMismatches(claim, stored);
        if (!attributes.isEmpty()) {
            mismatches.put(Reason.ATTRIBUTE_MISMATCH, attributes);
        }
        return ORDER.stream()
                .filter(mismatches::containsKey)
                .findFirst()
                .map(reason -> mismatch(
                        reason,
                        claim.guid(),
                        ORDER.stream()
                                .flatMap(each -> mismatches.getOrDefault(each, List.of()).stream())
                                .toList()));
    }

    /** Why the archived asset is not the one selected any more, or nothing when it is. */
    static Optional<Refusal> changed(AssetClaim claim, StoredAsset archived) {
        Instant selected = claim.updatedAt();
        if (selected != null && !selected.equals(archived.updatedAt())) {
            return Optional.of(Refusal.changed(archived, selected));
        }
        Instant latest = claim.latest();
        return latest != null && archived.updatedAt().isAfter(latest)
                ? Optional.of(Refusal.changedAfter(archived, latest))
                : Optional.empty();
    }

    private static Mismatch mismatch(String field, Object claimed, Object stored) {
        return new Mismatch(field, claimed.toString(), stored.toString());
    }

    private static List<Mismatch> attributeMismatches(AssetClaim claim, StoredAsset stored) {
        List<Mismatch> mismatches = new ArrayList<>();
        claim.expected()
                .forEach((attribute, value) ->
                        StoredValues.mismatch(stored, attribute, value).ifPresent(mismatches::add));
        if (claim.administrators().complete()) {
            Administrators given = claim.administrators().given();
            Administrators held = stored.administrators();
            lacking("adminUsers", given.users(), held.users()).ifPresent(mismatches::add);
            lacking("adminGroups", given.groups(), held.groups()).ifPresent(mismatches::add);
            lacking("adminRoles", given.roles(), held.roles()).ifPresent(mismatches::add);
        }
        return mismatches;
    }

    private static Optional<Mismatch> lacking(String attribute, List<String> given, List<String> held) {
        return given.isEmpty() || given.containsAll(held)
                ? Optional.empty()
                : Optional.of(new Mismatch(attribute, StoredValues.shown(given), StoredValues.shown(held)));
    }

    private static Refusal mismatch(Reason reason, Guid guid, List<Mismatch> mismatches) {
        StringBuilder detail = new StringBuilder("The asset " + guid + " is not what was claimed:");
        String separator = " ";
        for (Mismatch mismatch : mismatches) {
            detail.append(separator)
                    .append(mismatch.field())
                    .append(" is stored as '")
                    .append(StoredValues.shown(mismatch.stored()))
                    .append("', not '")
                    .append(StoredValues.shown(mismatch.claimed()))
                    .append("'");
            separator = "; ";
        }
        return new Refusal(reason, detail.append('.').toString(), mismatches, List.of(), null);
    }
}
