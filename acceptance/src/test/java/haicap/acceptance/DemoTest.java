package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.feed.Listener;
import haicap.acceptance.feed.Picture;
import haicap.acceptance.feed.Told;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@InTheHouse
@Order(2)
class DemoTest {

    private final House house;

    DemoTest(House house) {
        this.house = house;
    }

    @Test
    void movesThePictureSoThatTheCityIsAlwaysTheSumOfItsUnitsAndEqualsARecount() {
        var wall = house.as("wall");
        var picture = Picture.taken(wall);
        var before = picture.sums().getOrDefault("reportsReceivedToday", 0L);

        try (var listener = Listener.to(wall, "/api/v1/feed/city/stream", picture.position())) {
            house.system().run("demo", "--rate", "20", "--seconds", "15");

            var reconciliation = Reconciliation.awaitSettled(house);
            assertThat(reconciliation.path("differences")).isEmpty();
            assertThat(reconciliation.path("unitsChecked").asInt()).isGreaterThanOrEqualTo(126);

            var now = Picture.taken(wall);
            awaitPosition(listener, now.position());
            listener.heard().all().forEach(picture::see);
            assertThat(picture.wrong()).isEmpty();
            assertThat(now.wrong()).isEmpty();
            assertThat(listener.heard().all()).filteredOn(Told::isActivity).hasSizeGreaterThan(100);
            assertThat(now.sums().get("reportsReceivedToday")).isGreaterThan(before + 100);
        }
    }

    private static void awaitPosition(Listener listener, String position) {
        listener.heard()
                .await(told -> position.equals(told.position()), java.time.Duration.ofSeconds(10));
    }
}
