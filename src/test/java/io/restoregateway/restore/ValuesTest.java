package io.restoregateway.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-1",
                "E185209B-4B08-4E2F-ACC7-35C47229F67F",
                "{e185209b-4b08-4e2f-acc7-35c47229f67f}",
                "e185209b4b084e2facc735c47229f67f",
                " e185209b-4b08-4e2f-acc7-35c47229f67f",
                "e185209b-4b08-4e2f-acc7-35c47229f67f\n"
            })
    void acceptsNoOtherFormOfGuid(String value) {
        assertThatThrownBy(() -> new Guid(value)).isInstanceOf(MalformedValueException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1Table", "Ta ble", "Täble", "Table\n", "a-b"})
    void acceptsNoOtherFormOfTypeName(String value) {
        assertThatThrownBy(() -> new TypeName(value)).isInstanceOf(MalformedValueException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\0b", "a\ud800", "\udc00a", "\ud800\ud800\udc00"})
    void acceptsNoQualifiedNameThatCannotTravel(String value) {
        assertThatThrownBy(() -> new QualifiedName(value)).isInstanceOf(MalformedValueException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a\tb\nc", "\u0001", "😀/表/العربية", " x "})
    void acceptsAnyOtherCharacterInAQualifiedName(String value) {
        assertThat(new QualifiedName(value).value()).isEqualTo(value);
    }

    @Test
    void countsTheCharactersOfAQualifiedName() {
        assertThat(new QualifiedName("😀".repeat(10_000)).value()).hasSize(20_000);
        assertThatThrownBy(() -> new QualifiedName("a".repeat(10_001))).hasMessageContaining("10,000");
    }

    @Test
    void knowsTheNamesAbove() {
        assertThat(new QualifiedName("a/b//c/").ancestors(4))
                .extracting(QualifiedName::value)
                .containsExactly("a/b//c", "a/b/", "a/b", "a");
        assertThat(new QualifiedName("/a").ancestors(4)).isEmpty();
    }

    @Test
    void knowsOnlyTheNearestAndTheTopmostOfManyNamesAbove() {
        QualifiedName name = new QualifiedName("a/b/c/d/e/f");

        assertThat(name.ancestors(4))
                .extracting(QualifiedName::value)
                .containsExactly("a/b/c/d/e", "a/b/c/d", "a/b", "a");
        assertThat(name.depth()).isEqualTo(5);
    }
}
