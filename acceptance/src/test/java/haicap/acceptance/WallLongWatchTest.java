package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.browser.Tab;
import haicap.acceptance.load.CityAtWork;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What a screen that nobody tends must not do. */
@InTheBrowser
@Order(4)
class WallLongWatchTest {

    private static final long SEED = 41;

    private final House house;
    private final Tab tab;
    private final WallPage wall;

    WallLongWatchTest(House house, Tab tab) {
        this.house = house;
        this.tab = tab;
        this.wall = new WallPage(house, tab);
    }

    @Test
    void threeMinutesOfAFullCityLeaveNothingBehind() {
        wall.signIn("wall");
        try (var city = CityAtWork.begin(house.api(), house.units(), 25, SEED)) {
            city.during(Duration.ofSeconds(40));
            var heap = tab.heap();
            var nodes = tab.measure("Nodes");
            city.during(Duration.ofSeconds(140));

            assertThat(tab.heap()).as("bytes, after %s", heap).isLessThan(heap * 1.15 + 500_000);
            assertThat(tab.measure("Nodes")).as("nodes, after %s", nodes).isLessThan(nodes + 300);
            assertThat(wall.state()).isIn("live", "lagging");
            city.finish();
        }
    }
}
