package io.restoregateway.walkthrough;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of a text: an id, a time, or what stands between such. */
record Word(Kind kind, String text) {

    private static final Pattern VOLATILE = Pattern.compile("(?<id>\\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b)"
            + "|(?<time>\\b\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z)");

    /** What differs each time, and what does not. */
    enum Kind {
        ID,
        TIME,
        PLAIN
    }

    static List<Word> in(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = VOLATILE.matcher(text);
        int end = 0;
        while (matcher.find()) {
            words.add(new Word(Kind.PLAIN, text.substring(end, matcher.start())));
            words.add(new Word(matcher.group("id") != null ? Kind.ID : Kind.TIME, matcher.group()));
            end = matcher.end();
        }
        words.add(new Word(Kind.PLAIN, text.substring(end)));
        return words;
    }

    boolean isId() {
        return kind == Kind.ID;
    }

    /** What must be the same each time. */
    String shape() {
        return kind == Kind.PLAIN ? text : kind.name();
    }
}
