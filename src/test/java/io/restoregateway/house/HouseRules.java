package io.restoregateway.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RestController;

/** Which package of the house may know which other: arrows point inward, to the rule. */
final class HouseRules {

    private HouseRules() {}

    static Map<String, ArchRule> under(String root) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("the rule depends on the JDK alone", theRuleDependsOnTheJdkAlone(root));
        rules.put("archive knows only the rule", knowsOnly(root, "archive", "restore"));
        rules.put("audit knows only the rule", knowsOnly(root, "audit", "restore"));
        rules.put("atlan knows only the rule and the archive", knowsOnly(root, "atlan", "restore", "archive"));
        rules.put("the sandbox knows nobody", knowsOnly(root, "sandbox"));
        rules.put("nobody knows the sandbox", nobodyKnows(root, "sandbox"));
        rules.put("nobody but web knows web", nobodyKnows(root, "web"));
        rules.put("nobody speaks Atlan's wire but atlan", nobodyKnows(root, "atlan"));
        rules.put("no cycles", slices().matching(root + ".(*)..").should().beFreeOfCycles());
        rules.put("reactor ends in atlan", reactorEndsInAtlan(root));
        rules.put("controllers and configurations are nobody's vocabulary", packagePrivateEdges(root));
        return rules;
    }

    private static ArchRule theRuleDependsOnTheJdkAlone(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".restore..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify.annotations", root + ".restore..");
    }

    private static ArchRule knowsOnly(String root, String room, String... others) {
        String[] known = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(room), java.util.Arrays.stream(others))
                .map(name -> root + "." + name + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(root + "." + room + "..")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage(root + "..")
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(resideInAnyPackage(known))));
    }

    private static ArchRule nobodyKnows(String root, String room) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage(root + "." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + "." + room + "..");
    }

    private static ArchRule reactorEndsInAtlan(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".atlan..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("reactor..", "org.springframework.web.reactive..");
    }

    private static ArchRule packagePrivateEdges(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .areAnnotatedWith(RestController.class)
                .or()
                .areAnnotatedWith(Configuration.class)
                .should()
                .notHaveModifier(JavaModifier.PUBLIC);
    }
}
