package io.restoregateway.web;

import io.restoregateway.archive.ArchivePage;
import io.restoregateway.archive.ArchiveSelector;
import io.restoregateway.restore.Guid;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes a place in a search as an opaque text, and reads it again, for the same search only. */
final class Cursor {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final int LONGEST = 2_000;

    /** The fingerprint, the time of the last change and the guid. */
    private static final int PARTS = 3;

    private Cursor() {}

    static String write(ArchivePage.Position position, ArchiveSelector selector) {
        List<Object> parts = new ArrayList<>(position.sortValues());
        parts.addFirst(fingerprint(selector));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(parts));
    }

    /** @throws IllegalArgumentException when it is no cursor, or one of another search */
    static ArchivePage.Position read(String cursor, ArchiveSelector selector) {
        List<Object> parts = parts(cursor);
        if (!parts.getFirst().equals(fingerprint(selector))) {
            throw new IllegalArgumentException("belongs to a search with other conditions");
        }
        return new ArchivePage.Position(parts.subList(1, parts.size()));
    }

    private static List<Object> parts(String cursor) {
        try {
            if (cursor.length() <= LONGEST) {
                JsonNode node = JSON.readTree(Base64.getUrlDecoder().decode(cursor));
                if (node.isArray() && node.size() == PARTS) {
                    return List.of(text(node.get(0)), wholeNumber(node.get(1)), guid(node.get(2)));
                }
            }
        } catch (IllegalArgumentException | JacksonException malformed) {
            throw new IllegalArgumentException("is not a cursor of this API", malformed);
        }
        throw new IllegalArgumentException("is not a cursor of this API");
    }

    private static String text(JsonNode node) {
        return node.stringValueOpt().orElseThrow(() -> new IllegalArgumentException("no text"));
    }

    private static long wholeNumber(JsonNode node) {
        return node.longValueOpt().orElseThrow(() -> new IllegalArgumentException("no whole number"));
    }

    private static String guid(JsonNode node) {
        return new Guid(text(node)).value();
    }

    private static String fingerprint(ArchiveSelector selector) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(selector.toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 9));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
