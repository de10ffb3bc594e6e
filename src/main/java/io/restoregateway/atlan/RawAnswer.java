package io.restoregateway.atlan;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * An HTTP answer as it came in.
 *
 * @param body its whole body; null when there is none or it is too large
 * @param tooLarge whether there was more than is accepted
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record RawAnswer(int status, HttpHeaders headers, byte @Nullable [] body, boolean tooLarge) {

    /** No answer at all, though the connection ended in peace. */
    static final RawAnswer NONE = new RawAnswer(0, HttpHeaders.EMPTY, null, false);
}
