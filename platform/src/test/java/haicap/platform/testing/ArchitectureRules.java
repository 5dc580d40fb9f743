package haicap.platform.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import haicap.platform.access.AccessScope;
import haicap.platform.access.Caller;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

/** What every service keeps to, whatever it is about. New code is covered by default. */
public final class ArchitectureRules {

    private ArchitectureRules() {}

    /** Fails with every breach in the service's base package. */
    public static void check(String basePackage) {
        var all =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(basePackage);
        for (var rule : rules()) {
            rule.allowEmptyShould(true).check(all);
        }
        checkCycles(basePackage);
    }

    /** Fails where packages of the base depend on each other in a circle. */
    public static void checkCycles(String basePackage) {
        PackageCycles.check(basePackage);
    }

    private static List<ArchRule> rules() {
        return List.of(
                classes()
                        .that()
                        .areAnnotatedWith(RestController.class)
                        .or()
                        .areAnnotatedWith(Configuration.class)
                        .or()
                        .haveSimpleNameEndingWith("EventConsumer")
                        .and()
                        .areNotInterfaces()
                        .should()
                        .notBePublic()
                        .because("entries and settings are nobody's to call"),
                noClasses()
                        .that()
                        .areAnnotatedWith(RestController.class)
                        .should()
                        .beAnnotatedWith(Transactional.class)
                        .because("a transaction begins in the use case"),
                methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .areAnnotatedWith(RestController.class)
                        .should()
                        .notBeAnnotatedWith(Transactional.class)
                        .because("a transaction begins in the use case"),
                noClasses()
                        .should()
                        .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Info|Data)(\\$.*)?$")
                        .because("the name has not been found yet"),
                classes()
                        .that(areRecordsWithoutSpring())
                        .should()
                        .onlyDependOnClassesThat(
                                resideInAPackage("java..")
                                        .or(resideInAPackage("haicap.."))
                                        .or(resideInAPackage("com.fasterxml.jackson.annotation.."))
                                        .or(resideInAPackage("jakarta.validation.."))
                                        .or(resideInAPackage("org.jspecify.."))
                                        .or(
                                                resideInAPackage(
                                                        "org.springframework.boot.context.properties.."))
                                        .or(JavaClass.Predicates.assignableTo(Object[].class)))
                        .because("domain records know neither Spring nor JDBC nor Kafka"),
                methods()
                        .should(takeTitleAndUnitFromOnePost())
                        .because(
                                "two posts together give no right that neither gives alone; ask"
                                        + " Caller.holds(post -> ...) for both at once"),
                methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .areAnnotatedWith(RestController.class)
                        .should(WrittenTexts.bearTheRule())
                        .because("what may be written is one rule for all texts"));
    }

    private static ArchCondition<JavaMethod> takeTitleAndUnitFromOnePost() {
        return new ArchCondition<>("take title and unit from one post") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (calls(method, Caller.class, "holds")
                        && calls(method, AccessScope.class, "units")) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                }
            }
        };
    }

    private static boolean calls(JavaMethod from, Class<?> owner, String name) {
        return from.getMethodCallsFromSelf().stream()
                .anyMatch(call ->
                        call.getTargetOwner().isEquivalentTo(owner) && call.getName().equals(name));
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass>
            areRecordsWithoutSpring() {
        return com.tngtech.archunit.base.DescribedPredicate.describe(
                "are top-level records or enums",
                type ->
                        type.isTopLevelClass()
                                && (type.isRecord() || type.isEnum())
                                && type.getAnnotations().stream()
                                        .noneMatch(annotation ->
                                                annotation
                                                        .getRawType()
                                                        .isEquivalentTo(
                                                                SpringBootApplication.class)));
    }
}
