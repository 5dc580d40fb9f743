package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.browser.Tab;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The desk of a unit, for whom the city is not. */
@InTheBrowser
@Order(4)
class DeskTest {

    private static final String REFUSED =
            """
            window.refused = [];
            const answered = fetch;
            window.fetch = async (address, ...rest) => {
              const answer = await answered(address, ...rest);
              if (answer.status >= 400) refused.push(answer.status + ' ' + address);
              return answer;
            };
            """;

    private final House house;
    private final Tab tab;
    private final WallPage desk;

    DeskTest(House house, Tab tab) {
        this.house = house;
        this.tab = tab;
        this.desk = new WallPage(house, tab);
    }

    @Test
    void whoMayNotSeeTheCityWorksAtTheDeskOfHisUnit() {
        var unit = house.unit(32);
        var before = new Register(house, unit).reports();
        desk.signIn(unit.officer());
        tab.await("document.querySelector('.desk')");
        assertThat(tab.text(".post")).contains("Trực ban");

        tab.fill("#report-summary", "Mất xe đạp trước cổng trường <b>đậm</b>");
        tab.value("(b => { b.click(); b.click(); })(document.querySelector('.form button.main'))");

        tab.await("document.querySelector('.outcome .good')");
        assertThat(tab.text(".clocks")).contains("hết ngày");
        var made = new Register(house, unit).reportsBeside(before);
        assertThat(made).hasSize(1);
        var path = "/api/v1/crime-reports/" + made.iterator().next();
        var number = house.as(unit.officer()).get(path).orFail().text("number");
        assertThat(tab.text(".outcome .good")).contains(number);
        tab.await(
                "[...document.querySelectorAll('.files code')].some(c => c.innerText === %s)"
                        .formatted(Tab.quoted(number)));
    }

    @Test
    void nothingThatIsRefusedIsAskedForAtASignIn() {
        tab.prepare(REFUSED);

        desk.signIn(house.unit(32).officer());
        tab.await("document.querySelector('.desk')");

        assertThat(tab.value("refused.join()").asString()).isEmpty();
    }

    @Test
    void everybodyLearnsFromWhichPostsHeActs() {
        var unit = house.unit(36);

        var officer = house.as(unit.officer()).get("/api/v1/me").orFail().json();
        var wall = house.as("wall").get("/api/v1/me").orFail().json();

        assertThat(officer.path("posts").get(0).path("unitId").asString()).isEqualTo(unit.id());
        assertThat(officer.path("scopes")).isEmpty();
        assertThat(wall.path("posts")).isEmpty();
        assertThat(wall.path("scopes").get(0).asString()).isEqualTo("feed.city");
    }

    @Test
    void whatIsRefusedIsToldAtTheFieldThatItNames() {
        desk.signIn(house.unit(33).officer());
        tab.await("document.querySelector('#report-occurredOn')");
        tab.value("document.querySelector('#report-occurredOn').value = '1999-12-31'");
        tab.fill("#report-summary", "Việc đã lâu");

        tab.click(".form button.main");

        tab.await("document.querySelector('#report-occurredOn').ariaInvalid === 'true'");
        assertThat(tab.text("#fault-report-occurredOn")).isNotBlank();
        assertThat(tab.value("document.activeElement.id").asString())
                .isEqualTo("report-occurredOn");
    }

    @Test
    void twoParagraphsTypedAtTheDeskArriveAsTwo() {
        var unit = house.unit(39);
        var before = new Register(house, unit).reports();
        desk.signIn(unit.officer());

        tab.fill("#report-summary", "Mất xe đạp.\n\nNgười báo để xe ở cổng trường.");
        tab.click(".form button.main");

        tab.await("document.querySelector('.outcome .good')");
        var made = new Register(house, unit).reportsBeside(before).iterator().next();
        var read = house.as(unit.officer()).get("/api/v1/crime-reports/" + made).orFail();
        assertThat(read.text("summary")).isEqualTo("Mất xe đạp.\n\nNgười báo để xe ở cổng trường.");
    }

    @Test
    void aMistypedYearIsNamedAtItsField() {
        desk.signIn(house.unit(33).officer());
        tab.await("document.querySelector('#report-receivedAt')");
        tab.fill("#report-summary", "Năm gõ nhầm");
        for (var typed : List.of("20255-10-01T08:00", "0205-10-01T08:00")) {
            tab.value("document.querySelector('#report-receivedAt').value = '" + typed + "'");

            tab.click(".form button.main");

            tab.await("document.querySelector('#report-receivedAt').ariaInvalid === 'true'");
            assertThat(tab.text("#fault-report-receivedAt")).isNotBlank();
            assertThat(tab.value("document.activeElement.id").asString())
                    .isEqualTo("report-receivedAt");
        }
    }

    @Test
    void anObstacleIsRaisedAtTheDesk() {
        desk.signIn(house.unit(34).chief());

        tab.fill("#obstacle-description", "Thiếu máy in ở phòng trực");
        tab.value("document.querySelectorAll('.form button.main')[1].click()");

        tab.await("document.querySelectorAll('.outcome')[1].querySelector('.good')");
        tab.await(
                "/^[^/]+[/]VM[/]\\d{4}[/]\\d{4,}$/.test("
                        + "document.querySelector('.files-of:last-child code')?.innerText)");
    }

    @Test
    void whoWritesIsNotInterruptedByAnotherBuild() {
        desk.signIn(house.unit(37).officer());
        tab.fill("#report-summary", "Mất xe đạp");
        desk.serveAnotherBuild();

        desk.cutAndMend();
        tab.await("asked === 1");
        desk.cutAndMend();
        tab.await("asked === 2");
        assertThat(tab.value("document.querySelector('#report-summary').value").asString())
                .isEqualTo("Mất xe đạp");

        tab.fill("#report-summary", "");
        desk.cutAndMend();
        desk.awaitLoadedAnew();
    }
}
