package io.restoregateway.web.problem;

/** What callers sent, made fit for being told back to them. */
public final class Text {

    private static final int LONGEST_QUOTE = 200;

    private Text() {}

    /** The text with lone surrogates, which UTF-8 cannot carry, replaced. */
    public static String printable(String text) {
        if (text.chars().noneMatch(Text::isSurrogate)) {
            return text;
        }
        return text.codePoints()
                .map(point -> isSurrogate(point) ? '\uFFFD' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The text in quotes, cut when it is long. */
    public static String quoted(String text) {
        return text.length() <= LONGEST_QUOTE
                ? "'" + text + "'"
                : "'" + text.substring(0, LONGEST_QUOTE) + "…' (" + text.length() + " characters)";
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
