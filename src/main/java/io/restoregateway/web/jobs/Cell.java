package io.restoregateway.web.jobs;

import org.jspecify.annotations.Nullable;

/**
 * A text in a CSV that nobody's spreadsheet takes for a formula (CSV injection, as OWASP describes it).
 *
 * <p>A text gets an apostrophe put before it when it begins with {@code =}, {@code +}, {@code -} or {@code @}, with the
 * full-width form of one of them, or with a tab, CR or LF; also when blanks, control or invisible characters stand
 * before such a character, since some programs drop them; and when it begins with an apostrophe itself. So whoever
 * wants the texts back takes one apostrophe off every cell that begins with one.
 */
final class Cell {

    private static final String DANGEROUS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private static final String DANGEROUS_AT_ONCE = "'\t\r\n";

    private Cell() {}

    static String of(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return isDangerous(text) ? "'" + text : text;
    }

    private static boolean isDangerous(String text) {
        return DANGEROUS_AT_ONCE.indexOf(text.charAt(0)) >= 0
                || text.codePoints()
                        .dropWhile(Cell::isOverlooked)
                        .limit(1)
                        .anyMatch(point -> DANGEROUS.indexOf(point) >= 0);
    }

    private static boolean isOverlooked(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || Character.isISOControl(point)
                || Character.getType(point) == Character.FORMAT;
    }
}
