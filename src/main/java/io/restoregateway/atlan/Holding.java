package io.restoregateway.atlan;

import java.time.Instant;
import java.util.UUID;

/**
 * Some calls of the budget and what keeps them occupied.
 *
 * @param calls how many; of somebody who waits, how many are wanted
 * @param turn the place in the queue of somebody who waits
 * @param freeAt when it is over at the latest, whether or not anything more is heard of it
 */
record Holding(UUID id, CallKind kind, State state, int calls, long turn, Instant freeAt) {

    /** Whether it keeps others from calling. */
    boolean occupies() {
        return state != State.WAITING;
    }

    boolean isWaiting() {
        return state == State.WAITING;
    }

    boolean isHeld() {
        return state == State.HELD;
    }

    Holding with(int otherCalls, Instant otherTime) {
        return new Holding(id, kind, state, otherCalls, turn, otherTime);
    }

    /** What becomes of a call's place. */
    enum State {
        WAITING,
        HELD,
        ENDED
    }
}
