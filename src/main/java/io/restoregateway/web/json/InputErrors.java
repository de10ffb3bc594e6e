package io.restoregateway.web.json;

import io.restoregateway.web.problem.InputError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonPointer;

/** Collects what is wrong with a body: the first problem of each place, and of a hopeless body only the first hundred, unless told otherwise. */
public final class InputErrors {

    private static final int ENOUGH = 100;

    private final int enough;

    private final List<InputError> errors = new ArrayList<>();

    private final Set<String> places = new HashSet<>();

    public InputErrors() {
        this(ENOUGH);
    }

    /** Collects up to so many problems. */
    public InputErrors(int enough) {
        this.enough = enough;
    }

    /** Notes a problem, unless one is known of that place. */
    public void add(JsonPointer at, String message) {
        add(InputError.at(at.toString(), message));
    }

    /** Notes a problem, unless one is known of that place. */
    public void add(InputError error) {
        if (errors.size() < enough && places.add(error.pointer() + "?" + error.parameter())) {
            errors.add(error);
        }
    }

    /** Tells whether anything is wrong. */
    public boolean any() {
        return !errors.isEmpty();
    }

    /** What is wrong, in the order found. */
    public List<InputError> list() {
        return List.copyOf(errors);
    }
}
