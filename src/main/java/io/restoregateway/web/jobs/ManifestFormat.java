package io.restoregateway.web.jobs;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** The forms that a manifest can have, always in UTF-8. */
public enum ManifestFormat {

    /** RFC 4180 with the header {@code typeName,qualifiedName,guid}. */
    CSV("text/csv"),

    /** One JSON object a line, with the properties {@code typeName}, {@code qualifiedName} and {@code guid}. */
    NDJSON("application/x-ndjson");

    private final String mediaType;

    ManifestFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The media type that announces it. */
    public MediaType mediaType() {
        return MediaType.parseMediaType(mediaType);
    }

    /**
     * The form that a request's Content-Type announces.
     *
     * @throws ManifestException when it is no manifest's media type, or names another charset than UTF-8
     */
    public static ManifestFormat of(@Nullable MediaType announced) {
        return Arrays.stream(values())
                .filter(format -> announced != null && format.isAnnouncedBy(announced))
                .findFirst()
                .orElseThrow(() -> ManifestException.of(
                        ManifestException.Flaw.UNSUPPORTED_MEDIA_TYPE,
                        "Content-Type %s is not accepted; send the manifest as text/csv or application/x-ndjson in UTF-8"
                                .formatted(announced)));
    }

    private boolean isAnnouncedBy(MediaType announced) {
        Charset charset = announced.getCharset();
        return mediaType().equalsTypeAndSubtype(announced)
                && (charset == null || charset.equals(StandardCharsets.UTF_8));
    }
}
