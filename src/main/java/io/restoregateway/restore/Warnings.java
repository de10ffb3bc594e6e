package io.restoregateway.restore;

import io.restoregateway.restore.Warning.Code;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What has to be said of an asset besides its outcome. */
final class Warnings {

    private Warnings() {}

    /** What can be told of an archived asset when it is verified. */
    static List<Warning> of(StoredAsset stored, AssetClaim claim, Surroundings surroundings) {
        List<Warning> warnings = new ArrayList<>();
        if (Kin.isContainer(stored.typeName())) {
            warnings.add(childrenStayArchived(stored.identity()));
        }
        if (hasLineage(stored)) {
            warnings.add(new Warning(Code.LINEAGE_STAYS_AWAY, "Its lineage does not come back with it."));
        }
        if (stored.tagged()) {
            warnings.add(new Warning(Code.TAGS_MAY_BE_LOST, "Its tags may not come back with it."));
        }
        if (stored.relationships().stream().anyMatch(Warnings::isOldLink)) {
            warnings.add(new Warning(
                    Code.OLD_LINKS_MAY_RETURN,
                    "Archived links to other assets may come back, those that people removed on purpose included."));
        }
        surroundings.othersNamedLike(stored.identity()).stream()
                .findFirst()
                .ifPresent(other -> warnings.add(sameNameOtherType(other)));
        if (!claim.administrators().given().isEmpty()) {
            warnings.add(new Warning(
                    Code.ADMINS_NOT_VALIDATED, "Atlan does not check that the administrators given exist."));
        }
        if (!stored.relationshipsRead()
                || !Surroundings.areComplete(stored.identity().qualifiedName())) {
            warnings.add(new Warning(
                    Code.PARENT_NOT_CHECKED, "It is too large or too deep to check that no parent of it is archived."));
        }
        return warnings;
    }

    static Warning parentArchived(List<OtherAsset> parents) {
        return new Warning(
                Code.PARENT_ARCHIVED,
                "It belongs to assets that are archived: "
                        + parents.stream().map(Warnings::named).collect(Collectors.joining(", ")) + ".");
    }

    static Warning adminsNotChanged() {
        return new Warning(
                Code.ADMINS_NOT_CHANGED,
                "The connection is active, so nothing was sent: the administrators given were not added.");
    }

    static Warning changedMeanwhile(String detail) {
        return new Warning(Code.CHANGED_MEANWHILE, detail);
    }

    private static String named(OtherAsset asset) {
        return asset.typeName() + " " + (asset.qualifiedName() != null ? asset.qualifiedName() : asset.name()) + " ("
                + asset.guid() + ")";
    }

    private static Warning childrenStayArchived(AssetIdentity identity) {
        String parameter = Kin.isConnection(identity.typeName()) ? "connectionQualifiedName" : "qualifiedNamePrefix";
        return new Warning(
                Code.CHILDREN_STAY_ARCHIVED,
                "What it contains and is archived stays archived; GET /api/v1/archived-assets?" + parameter + "="
                        + URLEncoder.encode(identity.qualifiedName().value(), StandardCharsets.UTF_8) + " lists it.");
    }

    private static Warning sameNameOtherType(Namesake other) {
        return new Warning(
                Code.SAME_NAME_OTHER_TYPE,
                "An active " + other.identity().typeName() + " ("
                        + other.identity().guid() + ") has the same qualifiedName.");
    }

    private static boolean hasLineage(StoredAsset stored) {
        return Boolean.TRUE.equals(stored.attributes().get("__hasLineage"))
                || stored.relationships().stream().anyMatch(Kin::isLineage);
    }

    private static boolean isOldLink(Relationship edge) {
        return edge.edgeArchived() && !edge.otherArchived() && !Kin.isParent(edge) && !Kin.isLineage(edge);
    }
}
