package io.restoregateway.audit;

/** Text as every database can store it: without NUL and lone surrogates, and not too long. */
final class StorableText {

    private static final int REPLACEMENT = 0xFFFD;

    private StorableText() {}

    /** The text in so many UTF-16 units at most. */
    static String of(String text, int longest) {
        StringBuilder storable = new StringBuilder(Math.min(text.length(), longest));
        for (int index = 0; index < text.length(); ) {
            int point = text.codePointAt(index);
            index += Character.charCount(point);
            int stored = isStorable(point) ? point : REPLACEMENT;
            if (storable.length() + Character.charCount(stored) > longest) {
                return storable.toString();
            }
            storable.appendCodePoint(stored);
        }
        return storable.toString();
    }

    private static boolean isStorable(int point) {
        return point != 0 && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
    }
}
