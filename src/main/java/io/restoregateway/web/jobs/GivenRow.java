package io.restoregateway.web.jobs;

import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import io.restoregateway.web.IdentityWords;
import io.restoregateway.web.problem.Text;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The three keys as a row gives them, in whatever shape. */
record GivenRow(
        @Nullable String typeName,
        @Nullable String qualifiedName,
        @Nullable String guid) {

    /** The names of the columns, in the order of a CSV's header. */
    static final List<String> COLUMNS = List.of("typeName", "qualifiedName", "guid");

    static final GivenRow NOTHING = new GivenRow(null, null, null);

    private static final int MOST_PROBLEMS = 10;

    private static final int LONGEST_GUID = 100;

    private static final int LONGEST_TYPE_NAME = 128;

    /** What the row says, when nothing else is wrong with it. */
    ManifestRow on(long line) {
        List<String> problems = problems();
        return problems.isEmpty() ? new ManifestRow.Claimed(line, identity()) : malformed(line, problems);
    }

    /** The row as one that is malformed in these ways. */
    ManifestRow malformed(long line, List<String> problems) {
        return new ManifestRow.Malformed(
                line,
                storable(typeName, LONGEST_TYPE_NAME),
                storable(qualifiedName, QualifiedName.MAX_LENGTH),
                storable(guid, LONGEST_GUID),
                problems.stream().limit(MOST_PROBLEMS).toList());
    }

    /** What is wrong with its keys, in the words that every request is answered with. */
    List<String> problems() {
        return Stream.of(
                        problem("typeName", IdentityWords.ofTypeName(typeName)),
                        problem("qualifiedName", IdentityWords.ofQualifiedName(qualifiedName)),
                        problem("guid", IdentityWords.ofGuid(guid)))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static @Nullable String problem(String column, @Nullable String complaint) {
        return complaint == null ? null : column + ": " + complaint;
    }

    private AssetIdentity identity() {
        return new AssetIdentity(
                new TypeName(Objects.requireNonNull(typeName)),
                new QualifiedName(Objects.requireNonNull(qualifiedName)),
                new Guid(Objects.requireNonNull(guid)));
    }

    /** Databases take neither NUL nor lone surrogates. */
    private static @Nullable String storable(@Nullable String text, int longest) {
        if (text == null) {
            return null;
        }
        String cut = text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
        return Text.printable(cut).replace('\0', '\uFFFD');
    }
}
