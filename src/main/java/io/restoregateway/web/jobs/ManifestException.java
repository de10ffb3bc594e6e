package io.restoregateway.web.jobs;

import org.jspecify.annotations.Nullable;

/** Says that a manifest as a whole cannot be read; rows that were read before it must not be used. */
public final class ManifestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Flaw flaw;

    private final @Nullable Long line;

    private ManifestException(Flaw flaw, @Nullable Long line, String message) {
        super(message);
        this.flaw = flaw;
        this.line = line;
    }

    static ManifestException of(Flaw flaw, String message) {
        return new ManifestException(flaw, null, message);
    }

    static ManifestException at(long line, Flaw flaw, String message) {
        return new ManifestException(flaw, line, "line %d %s".formatted(line, message));
    }

    /** What is wrong with it, in a word. */
    public Flaw flaw() {
        return flaw;
    }

    /** Where it is wrong, counted from 1, where that is one place; the message names it too. */
    public @Nullable Long line() {
        return line;
    }

    /** The ways in which a manifest cannot be read at all, a closed list. */
    public enum Flaw {
        /** Its media type is none that a manifest can have. */
        UNSUPPORTED_MEDIA_TYPE,
        /** Its Content-Encoding is none that can be decoded. */
        UNSUPPORTED_ENCODING,
        /** It is announced as gzip and is not, or is damaged, or is gzip without being announced. */
        WRONG_ENCODING,
        /** It is something else than text: another kind of file, or with NUL bytes. */
        BINARY,
        /** It is not well-formed UTF-8. */
        NOT_UTF_8,
        /** It has no rows. */
        EMPTY,
        /** Its first line is not the header. */
        WRONG_HEADER,
        /** One of its rows is longer than any row can be. */
        ROW_TOO_LONG,
        /** A quote is not closed, or something follows the closing one. */
        WRONG_QUOTES,
        /** It has more bytes than a job takes. */
        TOO_LARGE,
        /** It has more rows than a job takes. */
        TOO_MANY_ROWS
    }
}
