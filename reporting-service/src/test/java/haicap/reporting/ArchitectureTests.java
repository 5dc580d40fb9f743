package haicap.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.platform.testing.ArchitectureRules;
import haicap.platform.testing.Labels;
import haicap.platform.testing.LinearPatterns;
import haicap.platform.testing.OpenOperations;
import haicap.platform.testing.PersonCounts;
import haicap.platform.testing.PrivateMatters;
import haicap.platform.testing.PublicOperations;
import haicap.reporting.figures.Figure;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    @Test
    void keepsTheHouseRules() {
        ArchitectureRules.check("haicap.reporting");
    }

    @Test
    void theAccessTableHasEveryOperationAndNoOther() {
        PublicOperations.areThoseOfTheAccessTable("haicap.reporting", "reporting");
    }

    @Test
    void noNameSpeaksOfPrivateMatters() {
        PrivateMatters.areNamedNowhere("haicap.reporting");
    }

    @Test
    void nothingListsPeopleAcrossFiles() {
        PrivateMatters.officersAreListedOnlyBy("haicap.reporting");
    }

    @Test
    void everyAnswerBearsALabelAndNoListALowerOneThanItsThings() {
        Labels.areBorneByAnswers("haicap.reporting");
    }

    @Test
    void noFigureCountsPersons() {
        assertThat(Figure.all().stream().map(Figure::publicName)).noneMatch(PersonCounts::areIn);
    }

    @Test
    void everyOperationThatWritesIsOpenToWhomTheAccessTableNames() {
        OpenOperations.areAsTheAccessTableSays("haicap.reporting", "reporting");
    }

    @Test
    void noPatternTakesMoreStepsForEachCharacterOfALongText() {
        LinearPatterns.areAll("haicap.reporting");
    }
}
