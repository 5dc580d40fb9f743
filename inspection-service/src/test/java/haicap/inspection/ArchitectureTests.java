package haicap.inspection;

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
        ArchitectureRules.check("haicap.inspection");
    }

    @Test
    void theAccessTableHasEveryOperationAndNoOther() {
        PublicOperations.areThoseOfTheAccessTable("haicap.inspection", "inspection");
    }

    @Test
    void noNameSpeaksOfPrivateMatters() {
        PrivateMatters.areNamedNowhere("haicap.inspection");
    }

    @Test
    void nothingListsPeopleAcrossFiles() {
        PrivateMatters.officersAreListedOnlyBy("haicap.inspection");
    }

    @Test
    void everyAnswerBearsALabelAndNoListALowerOneThanItsThings() {
        Labels.areBorneByAnswers("haicap.inspection");
    }

    @Test
    void everyOperationThatWritesIsOpenToWhomTheAccessTableNames() {
        OpenOperations.areAsTheAccessTableSays("haicap.inspection", "inspection");
    }

    @Test
    void noPatternTakesMoreStepsForEachCharacterOfALongText() {
        LinearPatterns.areAll("haicap.inspection");
    }
}
