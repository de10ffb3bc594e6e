package io.restoregateway.restore;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The name that is unique among the assets of a type; any character is legal and carried unharmed, nothing is trimmed.
 *
 * @param value 1 to 10,000 characters (code points), without NUL and without lone surrogates
 */
public record QualifiedName(String value) implements Comparable<QualifiedName> {

    /** The longest accepted name, in characters (code points). */
    public static final int MAX_LENGTH = 10_000;

    /** @throws MalformedValueException when the value is empty, too long, or holds NUL or a lone surrogate */
    public QualifiedName {
        String problem = problem(value);
        if (problem != null) {
            throw new MalformedValueException(problem);
        }
    }

    /** Tells whether the value could be a qualifiedName at all. */
    public static boolean isWellFormed(String value) {
        return problem(value) == null;
    }

    private static @Nullable String problem(String value) {
        if (value.isEmpty()) {
            return "must not be empty";
        }
        if (value.length() > MAX_LENGTH && value.codePointCount(0, value.length()) > MAX_LENGTH) {
            return "must have at most 10,000 characters";
        }
        if (value.indexOf('\0') >= 0) {
            return "must not contain the NUL character";
        }
        return value.codePoints().anyMatch(QualifiedName::isSurrogate) ? "must not contain a lone surrogate" : null;
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /**
     * The names that stand above this one, cut at each {@code /}, the longest (the nearest parent) first. Where they are
     * too many, the nearest and the topmost ones: a name that is all slashes would otherwise take up its length squared.
     */
    public List<QualifiedName> ancestors(int most) {
        int[] cuts = cuts();
        return IntStream.range(0, cuts.length)
                .filter(index -> cuts.length <= most || index < most / 2 || index >= cuts.length - most / 2)
                .mapToObj(index -> new QualifiedName(value.substring(0, cuts[cuts.length - 1 - index])))
                .toList();
    }

    /** How many names stand above this one. */
    int depth() {
        return cuts().length;
    }

    private int[] cuts() {
        return IntStream.range(1, value.length())
                .filter(index -> value.charAt(index) == '/')
                .toArray();
    }

    @Override
    public int compareTo(QualifiedName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
