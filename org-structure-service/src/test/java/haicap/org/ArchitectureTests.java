package haicap.org;

import haicap.platform.testing.ArchitectureRules;
import haicap.platform.testing.Labels;
import haicap.platform.testing.LinearPatterns;
import haicap.platform.testing.OpenOperations;
import haicap.platform.testing.PrivateMatters;
import haicap.platform.testing.PublicOperations;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    @Test
    void keepsTheHouseRules() {
        ArchitectureRules.check("haicap.org");
    }

    @Test
    void theAccessTableHasEveryOperationAndNoOther() {
        PublicOperations.areThoseOfTheAccessTable("haicap.org", "org-structure");
    }

    @Test
    void noNameSpeaksOfPrivateMatters() {
        PrivateMatters.areNamedNowhere(
                "haicap.org", "classpath:db/platform", "classpath:db/migration");
    }

    @Test
    void officersAreListedByTheirPostsOrAsInvestigatorsAndNowhereElse() {
        PrivateMatters.officersAreListedOnlyBy(
                "haicap.org",
                "PostsController.list",
                "OfficersController.withServiceNumber",
                "InvestigatorController.list");
    }

    @Test
    void everyAnswerBearsALabelAndNoListALowerOneThanItsThings() {
        Labels.areBorneByAnswers("haicap.org");
    }

    @Test
    void everyOperationThatWritesIsOpenToWhomTheAccessTableNames() {
        OpenOperations.areAsTheAccessTableSays("haicap.org", "org-structure");
    }

    @Test
    void noPatternTakesMoreStepsForEachCharacterOfALongText() {
        LinearPatterns.areAll("haicap.org");
    }
}
