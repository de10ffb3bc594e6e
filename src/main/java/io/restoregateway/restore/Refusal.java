package io.restoregateway.restore;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why the gateway will not restore an asset; no write was sent.
 *
 * @param reason the rule that forbids it
 * @param detail a sentence for the caller
 * @param mismatches what was claimed and what is stored instead
 * @param others assets to know about: twins, namesakes, archived parents, or the first 20 that would come along
 * @param upstream Atlan's own words, where it had any
 */
public record Refusal(
        Reason reason,
        String detail,
        List<Mismatch> mismatches,
        List<OtherAsset> others,
        @Nullable UpstreamError upstream) {

    public Refusal {
        mismatches = List.copyOf(mismatches);
        others = List.copyOf(others);
    }

    static Refusal because(Reason reason, String detail) {
        return new Refusal(reason, detail, List.of(), List.of(), null);
    }

    static Refusal changed(StoredAsset stored, Instant selected) {
        return because(
                Reason.CHANGED_SINCE_SELECTED,
                lastChange(stored) + ", after it had been selected as it was at " + selected + ".");
    }

    static Refusal changedAfter(StoredAsset stored, Instant latest) {
        return because(
                Reason.CHANGED_SINCE_SELECTED,
                lastChange(stored) + ", after its restore had been ordered; changes up to " + latest + " would do.");
    }

    private static String lastChange(StoredAsset stored) {
        return "The asset was changed at " + stored.updatedAt()
                + (stored.updatedBy() == null ? "" : " by " + stored.updatedBy());
    }

    static Refusal because(Reason reason, String detail, List<OtherAsset> others) {
        return new Refusal(reason, detail, List.of(), others, null);
    }

    /** The rules that can forbid a restore. */
    public enum Reason {
        /** The store knows no asset with that guid. */
        ASSET_NOT_FOUND,
        /** The gateway's token may not read the asset. */
        FORBIDDEN_BY_ATLAN,
        /** The guid belongs to an asset with another qualifiedName. */
        QUALIFIED_NAME_MISMATCH,
        /** The guid belongs to an asset of another type. */
        TYPE_MISMATCH,
        /** Something else claimed of the asset is not what is stored. */
        ATTRIBUTE_MISMATCH,
        /** An active asset has the same type and qualifiedName. */
        LIVE_TWIN,
        /** Several assets have that type and qualifiedName. */
        AMBIGUOUS_NAME,
        /** Atlan cannot restore such an asset. */
        NOT_RESTORABLE,
        /** Restoring a glossary brings its archived terms and categories along. */
        BRINGS_OTHERS,
        /** The connection would be out of everybody's reach. */
        CONNECTION_WITHOUT_ADMIN,
        /** Its parent is archived, and the gateway is set to refuse that. */
        PARENT_ARCHIVED,
        /** It was changed after it had been selected. */
        CHANGED_SINCE_SELECTED
    }

    /**
     * A value claimed, and the one stored.
     *
     * @param field the name of the field or attribute
     * @param claimed what the caller said, as text
     * @param stored what the catalog holds, as text
     */
    public record Mismatch(String field, String claimed, String stored) {}
}
