package haicap.casework;

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
        ArchitectureRules.check("haicap.casework");
    }

    @Test
    void theAccessTableHasEveryOperationAndNoOther() {
        PublicOperations.areThoseOfTheAccessTable("haicap.casework", "case");
    }

    @Test
    void noNameSpeaksOfPrivateMatters() {
        PrivateMatters.areNamedNowhere("haicap.casework");
    }

    @Test
    void nothingListsPeopleAcrossFiles() {
        PrivateMatters.officersAreListedOnlyBy("haicap.casework");
    }

    @Test
    void everyAnswerBearsALabelAndNoListALowerOneThanItsThings() {
        Labels.areBorneByAnswers("haicap.casework");
    }

    @Test
    void everyOperationThatWritesIsOpenToWhomTheAccessTableNames() {
        OpenOperations.areAsTheAccessTableSays("haicap.casework", "case");
    }

    @Test
    void noPatternTakesMoreStepsForEachCharacterOfALongText() {
        LinearPatterns.areAll("haicap.casework");
    }
}
