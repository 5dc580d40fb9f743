package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.browser.Tab;
import haicap.acceptance.load.Paperwork;
import haicap.acceptance.load.Units.Unit;
import haicap.acceptance.system.Parts;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What moves the wall: its stream, and what is told of it when it fails. */
@InTheBrowser
@Order(4)
class WallStreamTest {

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private static final String FIRST_SNAPSHOT_WITHOUT =
            """
            const complete = fetch;
            let first = true;
            window.fetch = async (address, ...rest) => {
              const answer = await complete(address, ...rest);
              if (!first || !String(address).endsWith('/feed/city')) return answer;
              first = false;
              const snapshot = await answer.json();
              snapshot.units = snapshot.units.filter((unit) => unit.unitId !== '%s');
              return new Response(JSON.stringify(snapshot), { status: answer.status });
            };
            """;
    private static final String SUM_OF_UNITS =
            "[...document.querySelectorAll('.tiles [data-unit] .value, .others b')]"
                    + ".reduce((sum, shown) => sum + Number(shown.innerText.replace(/\\D/g, '')), 0)";
    private static final String SUM_OF_CITY =
            "Number(document.querySelector('.total[data-figure=reportsOpen] .sum').innerText"
                    + ".replace(/\\D/g, ''))";

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
    void aUnitThatAppearsAfterTheFirstSnapshotIsTakenUpAndTilesAndSumsAgree() {
        var unit = house.unit(33);
        tab.prepare(FIRST_SNAPSHOT_WITHOUT.formatted(unit.id()));
        wall.signIn("wall");
        assertThat(tab.value("!document.querySelector('%s')".formatted(tile(unit))).asBoolean())
                .isTrue();

        house.as(unit.officer()).accept(Paperwork.report()).orFail();

        tab.await("document.querySelector('%s')".formatted(tile(unit)), WallPage.PATIENCE);
        tab.await(SUM_OF_UNITS + " === " + SUM_OF_CITY);
    }

    private static String tile(Unit unit) {
        return ".tiles [data-unit=\"%s\"]".formatted(unit.id());
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
