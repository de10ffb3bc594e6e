package io.restoregateway.web.json;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which name was meant by a mistyped one. */
public final class SimilarNames {

    private static final int LONGEST = 64;

    private static final int TOLERATED = 2;

    private SimilarNames() {}

    /** The known name that differs least, when it differs little. */
    public static Optional<String> nearest(String name, Collection<String> known) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .filter(candidate -> distance(name, candidate) <= TOLERATED)
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
    }

    /** How many letters must be changed, added or dropped; case, blanks, dashes and underscores do not count. */
    private static int distance(String one, String other) {
        String from = plain(one);
        String to = plain(other);
        int[] previous = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int changed = previous[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(changed, 1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[to.length()];
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    }
}
