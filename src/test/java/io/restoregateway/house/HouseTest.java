package io.restoregateway.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HouseTest {

    private static final String ROOT = "io.restoregateway";

    private static final String BROKEN = "io.restoregateway.house.broken";

    private final JavaClasses house = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @TestFactory
    Stream<DynamicTest> arrowsPointInward() {
        return HouseRules.under(ROOT).entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(house)));
    }

    @Test
    void aBrokenHouseIsNoticed() {
        JavaClasses broken = new ClassFileImporter().importPackages(BROKEN);
        Map<String, ArchRule> rules = HouseRules.under(BROKEN);

        Stream.of(
                        "the rule depends on the JDK alone",
                        "nobody knows the sandbox",
                        "nobody but web knows web",
                        "no cycles")
                .forEach(rule -> assertThatThrownBy(() -> rules.get(rule).check(broken))
                        .as(rule)
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("Violation"));
    }

    @Test
    void everyPackageIsNullMarkedAndDescribed() {
        assertThat(house.stream().map(type -> type.getPackage().getName()).distinct())
                .allSatisfy(name -> assertThat(house.get(name + ".package-info").getAnnotations())
                        .extracting(annotation -> annotation.getRawType())
                        .extracting(HasName::getName)
                        .contains("org.jspecify.annotations.NullMarked"));
    }
}
