package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.browser.Tab;
import haicap.acceptance.load.Paperwork;
import haicap.acceptance.system.Parts;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What moves the wall: its stream, and what is told of it when it fails. */
@InTheBrowser
@Order(4)
class WallStreamTest {

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final House house;
    private final Tab tab;
    private final WallPage wall;

    WallStreamTest(House house, Tab tab) {
        this.house = house;
        this.tab = tab;
        this.wall = new WallPage(house, tab);
    }

    @Test
    void aReportIsOnTheWallWithinASecondOfItsPost() {
        wall.signIn("wall");
        var unit = house.unit(30);
        var before = wall.number(unit);

        house.as(unit.officer()).accept(Paperwork.report()).orFail();

        wall.awaitNumber(unit, before + 1, A_SECOND);
        tab.await("document.querySelector('.ticker .rows').innerText.length > 0", A_SECOND);
    }

    @Test
    void aCutConnectionIsToldAndMendedAndNothingIsMissed() {
        wall.signIn("wall");
        var unit = house.unit(31);
        var before = wall.number(unit);

        tab.cut(true);
        wall.awaitTold("reconnecting");
        house.as(unit.officer()).accept(Paperwork.report()).orFail();
        tab.cut(false);

        wall.awaitLive();
        wall.awaitNumber(unit, before + 1, WallPage.PATIENCE);
    }

    @Test
    void aSilentLineIsToldAsStale() {
        wall.signIn("wall");
        var gateway = house.system().process(Parts.GATEWAY);

        gateway.pause();
        try {
            wall.awaitTold("stale");
        } finally {
            gateway.wake();
        }

        wall.awaitLive();
    }

    @Test
    void aPageWhoseGatewayComesBackAsAnotherBuildLoadsItselfAnewAndGoesOn() {
        wall.signIn("wall");
        wall.serveAnotherBuild();

        wall.cutAndMend();

        wall.awaitLoadedAnew();
        assertThat(tab.openStreams()).isEqualTo(1);
    }
}
