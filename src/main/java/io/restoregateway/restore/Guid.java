package io.restoregateway.restore;

import java.util.regex.Pattern;

/**
 * The unique identifier that Atlan gave an asset.
 *
 * @param value a UUID of 36 lower-case characters, such as {@code e185209b-4b08-4e2f-acc7-35c47229f67f}
 */
public record Guid(String value) implements Comparable<Guid> {

    /** The only accepted form, as a regular expression. */
    public static final String FORM = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    /** @throws MalformedValueException unless the value is a UUID of 36 lower-case characters */
    public Guid {
        if (!isWellFormed(value)) {
            throw new MalformedValueException("must be a UUID of 36 lower-case characters");
        }
    }

    /** Tells whether the value could be a guid at all. */
    public static boolean isWellFormed(String value) {
        return PATTERN.matcher(value).matches();
    }

    @Override
    public int compareTo(Guid other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
