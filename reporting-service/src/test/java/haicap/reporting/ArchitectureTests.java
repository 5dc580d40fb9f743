package haicap.reporting;

import haicap.platform.testing.HouseRules;
import haicap.platform.testing.PrivateMatters;
import haicap.platform.testing.PublicOperations;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    @Test
    void keepsTheHouseRules() {
        HouseRules.check("haicap.reporting");
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
}
