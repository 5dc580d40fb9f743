package haicap.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@AnalyzeClasses(packages = "haicap.gateway", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule noCircles =
            slices().matching("haicap.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule featuresDoNotKnowTheRoutes =
            noClasses()
                    .that()
                    .resideInAPackage("haicap.gateway.*..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("haicap.gateway");

    @ArchTest
    static final ArchRule settingsAndConfigurationAreNobodyElses =
            classes()
                    .that()
                    .areAnnotatedWith(ConfigurationProperties.class)
                    .or()
                    .areAnnotatedWith(Configuration.class)
                    .should()
                    .notBePublic();
}
