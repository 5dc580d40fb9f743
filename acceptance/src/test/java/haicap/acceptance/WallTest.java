package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.browser.Chromium;
import haicap.acceptance.browser.Reader;
import haicap.acceptance.browser.Tab;
import haicap.acceptance.load.CityAtWork;
import haicap.acceptance.load.Paperwork;
import haicap.acceptance.load.Units.Unit;
import haicap.acceptance.system.Parts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wall as a person meets it, in a browser. */
@InTheHouse
@Order(4)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WallTest {

    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration RECOVERY = Duration.ofSeconds(40);
    private static final String BANNER = "document.querySelector('.banner')";
    private static final String STATE = "document.querySelector('.state').dataset.state";
    private static final long SEED = 41;

    private final House house;
    private Chromium browser;
    private Tab tab;

    WallTest(House house) {
        this.house = house;
    }

    @BeforeAll
    void start() {
        browser = Chromium.start();
    }

    @BeforeEach
    void open() {
        tab = browser.open();
        tab.show(1920, 1080, "dark");
        tab.command("Network.clearBrowserCookies", Map.of());
    }

    @AfterEach
    void nothingWasWrongOnThePage() {
        var faults =
                tab.complaints().stream()
                        .filter(fault -> !fault.contains("Failed to load resource"))
                        .toList();
        tab.close();
        assertThat(faults).isEmpty();
    }

    @AfterAll
    void stop() {
        browser.close();
    }

    @Test
    void aReportIsOnTheWallWithinASecondOfItsPost() {
        signIn("wall");
        var unit = house.unit(30);
        var before = value(unit);

        house.as(unit.officer()).accept(Paperwork.report()).orFail();

        tab.await("%s === '%d'".formatted(value(unit.id()), before + 1), A_SECOND);
        tab.await("document.querySelector('.ticker .rows').innerText.length > 0", A_SECOND);
    }

    @Test
    void aCutConnectionIsToldAndMendedAndNothingIsMissed() {
        signIn("wall");
        var unit = house.unit(31);
        var before = value(unit);

        tab.cut(true);
        tab.await("!%s.hidden && %s === 'reconnecting'".formatted(BANNER, STATE), RECOVERY);
        house.as(unit.officer()).accept(Paperwork.report()).orFail();
        tab.cut(false);

        tab.await("%s.hidden && %s === 'live'".formatted(BANNER, STATE), RECOVERY);
        tab.await("%s === '%d'".formatted(value(unit.id()), before + 1));
    }

    @Test
    void aSilentLineIsToldAsStale() {
        signIn("wall");
        var gateway = house.system().process(Parts.GATEWAY);

        gateway.pause();
        try {
            tab.await("!%s.hidden && %s === 'stale'".formatted(BANNER, STATE), RECOVERY);
        } finally {
            gateway.wake();
        }

        tab.await("%s.hidden && %s === 'live'".formatted(BANNER, STATE), RECOVERY);
    }

    @Test
    void aUnitIsFoundWithoutAccentsAndItsPanelTellsWhatItWas() {
        signIn("wall");

        tab.fill("#search", "ba dinh");
        tab.press("Enter");

        tab.await("document.querySelector('#unit-name')?.innerText === 'Ba Đình'");
        tab.await("document.querySelector('.past').innerText.includes('Trúc Bạch')");
        assertThat(tab.text(".past")).startsWith("Trước đây");
        assertThat(tab.value("document.querySelectorAll('.unit .figures dd').length").asInt())
                .isEqualTo(12);
    }

    @Test
    void everythingCanBeDoneByKeys() {
        signIn("wall");
        tab.press("/");
        tab.await("document.activeElement.id === 'search'");
        tab.press("Escape");
        tab.value("document.querySelector('.skip').click()");
        var first = focused();

        tab.press("ArrowRight");
        tab.press("ArrowDown");
        var second = focused();
        tab.press("Enter");

        assertThat(second).isNotBlank().isNotEqualTo(first);
        tab.await("document.activeElement.id === 'unit-name'");
        tab.press("Escape");
        tab.await("!document.querySelector('#unit-name')");
        assertThat(focused()).isEqualTo(second);
    }

    @Test
    void aFigureIsChosenToColourTheTilesAndTheScaleIsExplained() {
        signIn("wall");

        tab.value("document.querySelector('input[value=findingsOverdue]').click()");

        tab.await("document.querySelector('.tiles').dataset.hue === 'late'");
        assertThat(tab.text(".legend")).contains("Tồn tại quá hạn");
        assertThat(tab.value("document.querySelectorAll('.legend [data-step]').length").asInt())
                .isEqualTo(6);
        tab.value("document.querySelector('input[value=reportsOpen]').click()");
    }

    @Test
    void oneSwitchChangesTheLanguage() {
        signIn("wall");

        tab.click(".language");

        tab.await("document.documentElement.lang === 'en'");
        assertThat(tab.text("h1")).isEqualTo("The city, live");
        assertThat(tab.text(".state")).isEqualTo("Live");
        tab.click(".language");
        tab.await("document.documentElement.lang === 'vi'");
    }

    @Test
    void markupInANameStaysText() {
        tab.command(
                "Page.addScriptToEvaluateOnNewDocument",
                Map.of(
                        "source",
                        """
                        const real = fetch;
                        window.fetch = async (address, ...rest) => {
                          const answer = await real(address, ...rest);
                          if (!String(address).endsWith('/feed/city')) return answer;
                          const text = (await answer.text()).replaceAll('"Ba Đình"',
                            JSON.stringify('<img src=x onerror="window.struck=1">'));
                          return new Response(text, { status: answer.status });
                        };
                        """));
        signIn("wall");

        assertThat(tab.text("[data-unit='00004-20250701'] .name")).startsWith("<img src=x");
        assertThat(
                        tab.value("!!window.struck || !!document.querySelector('.tiles img')")
                                .asBoolean())
                .isFalse();
    }

    @Test
    void theTokenIsNeitherInAnAddressNorInAnyStore() {
        signIn("wall");

        assertThat(tab.addresses()).isNotEmpty().noneMatch(address -> address.contains("eyJ"));
        assertThat(tab.value("location.search").asString()).isEmpty();
        assertThat(tab.value("JSON.stringify([{...localStorage}, {...sessionStorage}])").asString())
                .doesNotContain("eyJ")
                .doesNotContain("proof");
        assertThat(tab.value("document.cookie").asString()).isEmpty();
    }

    @Test
    void aReloadedPageGoesOnAndOneThatSignedOutDoesNot() {
        signIn("wall");
        tab.command("Page.reload", Map.of());
        tab.await(STATE + " === 'live'");
        assertThat(tab.openStreams()).isEqualTo(1);

        tab.click(".switches button:last-child");

        tab.await("document.querySelector('.door')");
        org.awaitility.Awaitility.await().until(() -> tab.openStreams() == 0);
        tab.command("Page.reload", Map.of());
        tab.await("document.querySelector('.door .main')");
    }

    @Test
    void whoMayNotSeeTheCityWorksAtTheDeskOfHisUnit() {
        var unit = house.unit(32);
        var before = new Register(house, unit).reports();
        signIn(unit.officer());
        tab.await("document.querySelector('.desk')");
        assertThat(tab.text(".post")).contains("Trực ban");

        tab.fill("#report-summary", "Mất xe đạp trước cổng trường <b>đậm</b>");
        tab.value("(b => { b.click(); b.click(); })(document.querySelector('.form button.main'))");

        tab.await("document.querySelector('.outcome .good')");
        assertThat(tab.text(".clocks")).contains("hạn");
        var made = new Register(house, unit).reportsBeside(before);
        assertThat(made).hasSize(1);
        tab.await(
                "[...document.querySelectorAll('.files code')].some(c => c.innerText === %s)"
                        .formatted(Tab.quoted(made.iterator().next())));
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
        signIn(house.unit(33).officer());
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
    void anObstacleIsRaisedAtTheDesk() {
        signIn(house.unit(34).chief());

        tab.fill("#obstacle-description", "Thiếu máy in ở phòng trực");
        tab.value("document.querySelectorAll('.form button.main')[1].click()");

        tab.await("document.querySelectorAll('.outcome')[1].querySelector('.good')");
        tab.await(
                "document.querySelector('.files-of:last-child code')?.innerText.startsWith('ob')");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light"})
    void nobodyIsShutOut(String theme) throws IOException {
        tab.show(1920, 1080, theme);
        tab.go(house.system().gateway() + "/");
        tab.await("document.querySelector('.door .main')");
        accessible("door", theme);
        tab.click(".door .main");
        tab.await("document.querySelector('#password')");
        accessible("sign-in", theme);
        signIn("wall");
        accessible("wall", theme);
        tab.fill("#search", "hoan kiem");
        tab.press("Enter");
        tab.await("document.querySelector('.past')?.innerText.length > 0");
        accessible("unit", theme);
        tab.show(390, 844, theme);
        accessible("phone", theme);
        tab.click(".switches button:last-child");
        tab.await("document.querySelector('.door')");
        tab.show(1920, 1080, theme);
        signIn(house.unit(35).officer());
        tab.await("document.querySelector('.files-of')");
        accessible("desk", theme);
    }

    @Test
    void threeMinutesOfAFullCityLeaveNothingBehind() {
        signIn("wall");
        try (var city = CityAtWork.begin(house.api(), house.units(), 25, SEED)) {
            city.during(Duration.ofSeconds(40));
            var heap = tab.heap();
            var nodes = tab.measure("Nodes");
            city.during(Duration.ofSeconds(140));

            assertThat(tab.heap()).as("bytes, after %s", heap).isLessThan(heap * 1.15 + 500_000);
            assertThat(tab.measure("Nodes")).as("nodes, after %s", nodes).isLessThan(nodes + 300);
            assertThat(tab.value(STATE).asString()).isIn("live", "lagging");
            city.finish();
        }
    }

    private void accessible(String page, String theme) throws IOException {
        tab.value(axe() + "; true");
        var violations =
                tab.value(
                        """
                        axe.run(document, {resultTypes: ['violations']}).then(found =>
                          found.violations.filter(v => ['serious', 'critical'].includes(v.impact))
                            .map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)
                               + n.failureSummary.slice(0, 160)).join(' | ')))\
                        """);
        assertThat(violations).as("%s, %s: %s", page, theme, violations).isEmpty();
    }

    private static String axe() throws IOException {
        try (var in = WallTest.class.getResourceAsStream(axeAddress())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String axeAddress() throws IOException {
        var loader = WallTest.class.getClassLoader();
        var about = "META-INF/maven/org.webjars.npm/axe-core/pom.properties";
        try (var in = loader.getResourceAsStream(about)) {
            var properties = new java.util.Properties();
            properties.load(in);
            return "/META-INF/resources/webjars/axe-core/%s/axe.min.js"
                    .formatted(properties.getProperty("version"));
        }
    }

    private void signIn(String name) {
        Reader.signIn(tab, house.system().gateway(), name);
    }

    private String focused() {
        return tab.value("document.activeElement.dataset.unit ?? ''").asString();
    }

    private int value(Unit unit) {
        return Integer.parseInt(tab.value(value(unit.id())).asString());
    }

    private static String value(String unitId) {
        return "document.querySelector('[data-unit=\"%s\"] .value').innerText".formatted(unitId);
    }
}
