package haicap.casework;

import haicap.platform.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    @Test
    void keepsTheHouseRules() {
        HouseRules.check("haicap.casework");
    }
}
