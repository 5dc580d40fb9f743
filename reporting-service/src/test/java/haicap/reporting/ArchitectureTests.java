package haicap.reporting;

import haicap.platform.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    @Test
    void keepsTheHouseRules() {
        HouseRules.check("haicap.reporting");
    }
}
