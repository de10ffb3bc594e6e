package io.restoregateway.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.restore.TypeName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {

    @ParameterizedTest
    @ValueSource(strings = {"Connection", "Database", "Schema", "Table", "View", "MaterialisedView", "AtlasGlossary"})
    void findsDescendantsOf(String typeName) {
        assertThat(Archive.hasDescendants(new TypeName(typeName))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Column", "AtlasGlossaryTerm", "AtlasGlossaryCategory", "DataDomain", "connection"})
    void findsNothingBeneath(String typeName) {
        assertThat(Archive.hasDescendants(new TypeName(typeName))).isFalse();
    }
}
