package io.restoregateway.restore;

/**
 * On whose behalf a request runs.
 *
 * @param journal told of each write and outcome
 * @param companions what else the same undertaking restores
 * @param perWrite how many assets one write may hold, 1 to {@value #MOST_PER_WRITE}
 */
public record Mandate(Journal journal, Companions companions, int perWrite) {

    /** Atlan takes 20 to 50 entities a call. */
    public static final int MOST_PER_WRITE = 50;

    /** A request that stands alone and is recorded nowhere. */
    public static final Mandate UNRECORDED = new Mandate(Journal.NONE, Companions.NONE, MOST_PER_WRITE);

    public Mandate {
        if (perWrite < 1 || perWrite > MOST_PER_WRITE) {
            throw new IllegalArgumentException("perWrite is " + perWrite + ", not 1 to " + MOST_PER_WRITE);
        }
    }

    /** A request that stands alone. */
    public static Mandate recordedBy(Journal journal) {
        return new Mandate(journal, Companions.NONE, MOST_PER_WRITE);
    }
}
