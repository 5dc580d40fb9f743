package haicap.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "haicap.local", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule packagesDoNotDependInCircles =
            slices().matching("haicap.local.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule everyNameHasBeenFound =
            noClasses()
                    .should()
                    .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Info|Data)(\\$.*)?$");

    @ArchTest
    static final ArchRule onlyTheIdentityKnowsSpring =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("haicap.local.identity..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.springframework..")
                    .because("the launcher must start fast");

    @ArchTest
    static final ArchRule onlyTheBrokerKnowsKafka =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("haicap.local.kafka..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.kafka..", "kafka..")
                    .because("the launcher must start fast");
}
