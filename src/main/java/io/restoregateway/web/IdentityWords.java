package io.restoregateway.web;

import io.restoregateway.restore.Guid;
import io.restoregateway.restore.MalformedValueException;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is wrong with one of an asset's three keys, in the same words wherever it is sent; null where nothing is. */
public final class IdentityWords {

    /** The form of a type's name, as a regular expression. */
    public static final String TYPE_NAME_FORM = Words.TYPE_NAME_FORM;

    /** The form of a guid, as a regular expression. */
    public static final String GUID_FORM = Words.GUID_FORM;

    static final String GUID = "must be a UUID of 36 lower-case characters";

    private static final String PLACEHOLDER = "must be the asset's own guid, not a placeholder: find it with"
            + " GET /api/v1/archived-assets, or use POST /api/v1/assets/restore-by-qualified-name";

    private IdentityWords() {}

    /** What is wrong with the name of a type. */
    public static @Nullable String ofTypeName(@Nullable String value) {
        return value == null ? Words.REQUIRED : complaint(TypeName::new, value);
    }

    /** What is wrong with a qualifiedName. */
    public static @Nullable String ofQualifiedName(@Nullable String value) {
        return value == null ? Words.REQUIRED : complaint(QualifiedName::new, value);
    }

    /** What is wrong with a guid; what looks like a placeholder is answered with where to find the real one. */
    public static @Nullable String ofGuid(@Nullable String value) {
        if (value == null) {
            return Words.REQUIRED;
        }
        if (Guid.isWellFormed(value)) {
            return null;
        }
        if (value.isBlank() || value.startsWith("-")) {
            return PLACEHOLDER;
        }
        String plain = value.strip().toLowerCase(Locale.ROOT).replaceAll("[{}]", "");
        return GUID + (Guid.isWellFormed(plain) ? ", here " + plain : "");
    }

    private static @Nullable String complaint(Function<String, Object> maker, String value) {
        try {
            Objects.requireNonNull(maker.apply(value));
            return null;
        } catch (MalformedValueException malformed) {
            return Objects.requireNonNull(malformed.getMessage());
        }
    }
}
