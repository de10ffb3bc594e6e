package io.restoregateway.house.broken.web;

import io.restoregateway.house.broken.restore.Leak;
import io.restoregateway.house.broken.sandbox.Toy;

/** Breaks the house on purpose: the web knows the sandbox, and a cycle. */
public class Page {
    public Toy toy(Leak leak) {
        return new Toy();
    }
}
