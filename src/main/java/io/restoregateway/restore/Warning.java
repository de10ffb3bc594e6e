package io.restoregateway.restore;

/**
 * Something that a restore does not do, or that a person should look at afterwards.
 *
 * @param code which of the known warnings
 * @param message a sentence for the caller
 */
public record Warning(Code code, String message) {

    /** The known warnings, a closed list. */
    public enum Code {
        CHILDREN_STAY_ARCHIVED,
        LINEAGE_STAYS_AWAY,
        TAGS_MAY_BE_LOST,
        PARENT_ARCHIVED,
        OLD_LINKS_MAY_RETURN,
        SAME_NAME_OTHER_TYPE,
        ADMINS_NOT_VALIDATED,
        ADMINS_NOT_CHANGED,
        CHANGED_MEANWHILE,
        PARENT_NOT_CHECKED
    }
}
