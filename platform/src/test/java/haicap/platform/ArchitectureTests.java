package haicap.platform;

import haicap.platform.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

/** What the platform keeps to, as services do. */
class ArchitectureTests {

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        ArchitectureRules.checkCycles("haicap.platform");
    }
}
