package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.browser.Tab;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of accessibility on every page that people open. */
@InTheBrowser
@Order(4)
class WallForEverybodyTest {

    private final House house;
    private final Tab tab;
    private final WallPage wall;

    WallForEverybodyTest(House house, Tab tab) {
        this.house = house;
        this.tab = tab;
        this.wall = new WallPage(house, tab);
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
        wall.signIn("wall");
        accessible("wall", theme);
        tab.fill("#search", "hoan kiem");
        tab.press("Enter");
        tab.await("document.querySelector('.past')?.innerText.length > 0");
        accessible("unit", theme);
        tab.show(390, 844, theme);
        accessible("phone", theme);
        wall.signOut();
        tab.show(1920, 1080, theme);
        wall.signIn(house.unit(35).officer());
        tab.await("document.querySelector('.files-of')");
        accessible("desk", theme);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/docs/events", "/problems", "/problems/malformed"})
    void norFromWhatIsWrittenAboutIt(String page) throws IOException {
        for (var theme : List.of("dark", "light")) {
            tab.show(1920, 1080, theme);
            tab.go(house.system().gateway() + page);
            tab.await("document.querySelector('h1')");
            accessible(page, theme);
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
        try (var in = WallForEverybodyTest.class.getResourceAsStream(axeAddress())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String axeAddress() throws IOException {
        var loader = WallForEverybodyTest.class.getClassLoader();
        var about = "META-INF/maven/org.webjars.npm/axe-core/pom.properties";
        try (var in = loader.getResourceAsStream(about)) {
            var properties = new Properties();
            properties.load(in);
            return "/META-INF/resources/webjars/axe-core/%s/axe.min.js"
                    .formatted(properties.getProperty("version"));
        }
    }
}
