package io.restoregateway.access;

import org.springframework.security.access.AccessDeniedException;

/** Says that the page of another site has a browser make the call. */
public final class OtherOriginException extends AccessDeniedException {

    private static final long serialVersionUID = 1L;

    OtherOriginException() {
        super("Pages of other sites may not have a browser make this call");
    }
}
