package io.restoregateway.web.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A manifest that was read as a whole, for tests. */
final class ReadManifest {

    static final String GUID = "e185209b-4b08-4e2f-acc7-35c47229f67f";

    static final long MOST_ROWS = 1_000;

    private ReadManifest() {}

    static List<ManifestRow> rows(ManifestFormat format, String text) {
        return rows(format, null, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    static List<ManifestRow> rows(ManifestFormat format, String encoding, InputStream body) {
        List<ManifestRow> rows = new ArrayList<>();
        try {
            long count = Manifest.announcedAs(format.mediaType(), encoding, MOST_ROWS)
                    .read(body, rows::add);
            assertThat(count).isEqualTo(rows.size());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
        return rows;
    }

    static ManifestException refusal(ManifestFormat format, String encoding, InputStream body) {
        return catchThrowableOfType(ManifestException.class, () -> rows(format, encoding, body));
    }

    static ManifestException refusal(ManifestFormat format, byte[] body) {
        return refusal(format, null, new ByteArrayInputStream(body));
    }

    static ManifestException refusal(ManifestFormat format, String text) {
        return refusal(format, text.getBytes(StandardCharsets.UTF_8));
    }

    static ManifestRow claimed(long line, String typeName, String qualifiedName) {
        return new ManifestRow.Claimed(
                line, new AssetIdentity(new TypeName(typeName), new QualifiedName(qualifiedName), new Guid(GUID)));
    }
}
