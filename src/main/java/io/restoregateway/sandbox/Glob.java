package io.restoregateway.sandbox;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The patterns of Elasticsearch's {@code wildcard}: {@code *} and {@code ?}, and {@code \} takes the next character as it is. */
final class Glob {

    private Glob() {}

    static Predicate<String> of(String pattern) {
        StringBuilder regex = new StringBuilder();
        StringBuilder literal = new StringBuilder();
        boolean plain = true;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '*' || c == '?') {
                plain = plain && c == '*' && i == 0;
                regex.append(c == '*' ? ".*" : ".");
            } else {
                char taken = c == '\\' && i + 1 < pattern.length() ? pattern.charAt(++i) : c;
                regex.append(Pattern.quote(String.valueOf(taken)));
                literal.append(taken);
            }
        }
        String end = literal.toString();
        return plain && pattern.startsWith("*")
                ? value -> value.endsWith(end)
                : Pattern.compile(regex.toString(), Pattern.DOTALL).asMatchPredicate();
    }
}
