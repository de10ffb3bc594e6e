package io.restoregateway.jobs;

import io.restoregateway.jobs.ItemKey.Kind;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Conclusion.Outcome;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The glossaries of a job whose write nobody heard of: it may have taken along what they contain, or may do so yet. */
final class UnheardGlossaries {

    private static final TypeName GLOSSARY = new TypeName("AtlasGlossary");

    private static final Set<TypeName> CONTENTS =
            Set.of(new TypeName("AtlasGlossaryTerm"), new TypeName("AtlasGlossaryCategory"));

    private final JdbcClient jdbc;

    UnheardGlossaries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The glossary that the name of a term or of a category tells of. */
    static Optional<QualifiedName> around(AssetIdentity asset) {
        String name = asset.qualifiedName().value();
        int at = name.lastIndexOf('@');
        return CONTENTS.contains(asset.typeName()) && at >= 0 && at < name.length() - 1
                ? Optional.of(new QualifiedName(name.substring(at + 1)))
                : Optional.empty();
    }

    /** Those of these glossaries that are such. */
    Set<QualifiedName> among(UUID job, Collection<QualifiedName> glossaries) {
        if (glossaries.isEmpty()) {
            return Set.of();
        }
        Long[] hashes = glossaries.stream()
                .map(name -> ItemKey.hashOf(GLOSSARY, name))
                .distinct()
                .toArray(Long[]::new);
        return new HashSet<>(
                jdbc.sql("select i.qualified_name" + ItemKeys.items(Kind.NAME) + "where i.type_name = :type"
                                + " and i.sent and coalesce(i.outcome, 'UNCONFIRMED') = 'UNCONFIRMED'")
                        .param("job", job)
                        .param("hashes", hashes)
                        .param("type", GLOSSARY.value())
                        .query((row, number) -> new QualifiedName(row.getString(1)))
                        .list());
    }

    /**
     * Whether one of them may have made of this what it is now.
     *
     * @param seen what the preview told of assets that were so before
     */
    boolean mayHaveTaken(UUID job, ItemRow row, Outcome seen) {
        return around(row.identity())
                .filter(glossary -> !among(job, List.of(glossary)).isEmpty())
                .filter(glossary -> !seen.name().equals(verdict(job, row)))
                .isPresent();
    }

    private String verdict(UUID job, ItemRow row) {
        return jdbc.sql("select coalesce(verdict, '') from restore_job_item where job_id = ? and position = ?")
                .params(job, row.position())
                .query(String.class)
                .single();
    }
}
