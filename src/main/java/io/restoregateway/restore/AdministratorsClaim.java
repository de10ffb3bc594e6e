package io.restoregateway.restore;

/**
 * The administrators that a caller gives for a connection.
 *
 * @param given who is named
 * @param complete true when the lists given claim to be all there are, so that they must contain everybody stored
 */
public record AdministratorsClaim(Administrators given, boolean complete) {

    /** The caller says nothing of administrators. */
    public static final AdministratorsClaim NONE = new AdministratorsClaim(Administrators.NOBODY, false);

    /** Administrators to add to those stored. */
    public static AdministratorsClaim adding(Administrators given) {
        return new AdministratorsClaim(given, false);
    }
}
