package io.restoregateway.restore;

import java.util.regex.Pattern;

/**
 * The name of an asset's type, case-sensitive.
 *
 * @param value 1 to 128 characters matching {@code [A-Za-z_][A-Za-z0-9_]*}, such as {@code AtlasGlossaryTerm}
 */
public record TypeName(String value) implements Comparable<TypeName> {

    /** The only accepted form, as a regular expression. */
    public static final String FORM = "[A-Za-z_][A-Za-z0-9_]{0,127}";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    /** @throws MalformedValueException unless the value has the form of a type's name */
    public TypeName {
        if (!PATTERN.matcher(value).matches()) {
            throw new MalformedValueException("must match " + FORM);
        }
    }

    /** Whether it is the type of that name. */
    public boolean is(String name) {
        return value.equals(name);
    }

    @Override
    public int compareTo(TypeName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
