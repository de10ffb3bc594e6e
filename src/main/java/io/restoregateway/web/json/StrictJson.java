package io.restoregateway.web.json;

import io.restoregateway.web.problem.InputError;
import io.restoregateway.web.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON as RFC 8259 has it, in UTF-8 and within bounds, and tells where it is not. */
final class StrictJson {

    /** How deep objects and lists may be nested. */
    static final int MAX_DEPTH = 64;

    private static final int MAX_TOKENS = 200_000;

    private static final Pattern START_MARKER = Pattern.compile(" \\(start marker at [^)]*\\)");

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxTokenCount(MAX_TOKENS)
                    .build())
            .build();

    private final boolean oneLine;

    private StrictJson(boolean oneLine) {
        this.oneLine = oneLine;
    }

    /**
     * Reads a body.
     *
     * @throws ProblemException when it is not well-formed JSON
     */
    static JsonDocument read(byte[] body) {
        return read(body, new InputErrors());
    }

    /**
     * Reads a body, noting there what is well-formed but not acceptable.
     *
     * @throws ProblemException when it is not well-formed JSON
     */
    static JsonDocument read(byte[] body, InputErrors errors) {
        return new StrictJson(false).parse(decode(body), errors);
    }

    /**
     * Reads a text of one line, such as one of NDJSON; places are told by their column alone.
     *
     * @throws ProblemException when it is not well-formed JSON
     */
    static JsonDocument readLine(String line) {
        return new StrictJson(true).parse(line, new InputErrors());
    }

    private JsonDocument parse(String text, InputErrors errors) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return read(parser, errors);
        }
    }

    private JsonDocument read(JsonParser parser, InputErrors errors) {
        JsonTree tree = new JsonTree(parser, errors);
        try {
            if (parser.nextToken() == null) {
                throw malformed("", "is empty: a JSON object is expected");
            }
            JsonDocument document = new JsonDocument(tree.value(JsonPointer.empty()), tree.errors());
            if (parser.nextToken() != null) {
                throw malformed("", "goes on after its end, at " + place(parser.currentTokenLocation()));
            }
            return document;
        } catch (StreamConstraintsException | NumberFormatException excess) {
            throw malformed(
                    pointer(parser),
                    "exceeds a bound of the gateway: at most %d levels of nesting, %,d tokens, numbers of 1,000 digits, property names of 50,000 characters"
                            .formatted(MAX_DEPTH, MAX_TOKENS));
        } catch (JacksonException broken) {
            throw malformed(
                    pointer(parser), "malformed JSON at %s: %s".formatted(place(broken.getLocation()), reason(broken)));
        }
    }

    private static String decode(byte[] body) {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            boolean marked = !text.isEmpty() && text.charAt(0) == '\uFEFF';
            return marked ? text.subSequence(1, text.length()).toString() : text.toString();
        } catch (CharacterCodingException malformed) {
            throw malformed("", "is not well-formed UTF-8");
        }
    }

    private static ProblemException malformed(String pointer, String message) {
        return ProblemException.invalid(List.of(InputError.at(pointer, message)));
    }

    private static String pointer(JsonParser parser) {
        return parser.streamReadContext().pathAsPointer().toString();
    }

    private String place(TokenStreamLocation location) {
        return oneLine
                ? "column " + location.getColumnNr()
                : "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }

    /** The parser's own words without its hints for programmers. */
    private String reason(JacksonException broken) {
        String words = broken.getOriginalMessage();
        int hint = words.indexOf("\n");
        String told = hint < 0 ? words : words.substring(0, hint);
        return oneLine ? START_MARKER.matcher(told).replaceAll("") : told;
    }
}
