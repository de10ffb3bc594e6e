package io.restoregateway.house.broken.restore;

import io.restoregateway.house.broken.web.Page;

/** Breaks the house on purpose: the rule knows the web. */
public class Leak {
    public Page page() {
        return new Page();
    }
}
