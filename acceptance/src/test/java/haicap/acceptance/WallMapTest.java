package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.browser.Tab;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The map of the units, what explains it, and the panel of a unit. */
@InTheBrowser
@Order(4)
class WallMapTest {

    private final Tab tab;
    private final WallPage wall;

    WallMapTest(House house, Tab tab) {
        this.tab = tab;
        this.wall = new WallPage(house, tab);
    }

    @Test
    void aUnitIsFoundWithoutAccentsAndItsPanelTellsWhatItWas() {
        wall.signIn("wall");

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
        wall.signIn("wall");
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
        wall.signIn("wall");

        tab.value("document.querySelector('input[value=findingsOverdue]').click()");

        tab.await("document.querySelector('.tiles').dataset.hue === 'late'");
        assertThat(tab.text(".legend")).contains("Tồn tại quá hạn");
        assertThat(tab.value("document.querySelectorAll('.legend [data-step]').length").asInt())
                .isEqualTo(6);
        tab.value("document.querySelector('input[value=reportsOpen]').click()");
    }

    @Test
    void oneSwitchChangesTheLanguage() {
        wall.signIn("wall");

        tab.click(".language");

        tab.await("document.documentElement.lang === 'en'");
        assertThat(tab.text("h1")).isEqualTo("The city, live");
        assertThat(tab.text(".state")).isEqualTo("Live");
        tab.click(".language");
        tab.await("document.documentElement.lang === 'vi'");
    }

    @Test
    void markupInANameStaysText() {
        tab.prepare(
                """
                const real = fetch;
                window.fetch = async (address, ...rest) => {
                  const answer = await real(address, ...rest);
                  if (!String(address).endsWith('/feed/city')) return answer;
                  const text = (await answer.text()).replaceAll('"Ba Đình"',
                    JSON.stringify('<img src=x onerror="window.struck=1">'));
                  return new Response(text, { status: answer.status });
                };
                """);
        wall.signIn("wall");

        assertThat(tab.text("[data-unit='00004-20250701'] .name")).startsWith("<img src=x");
        assertThat(
                        tab.value("!!window.struck || !!document.querySelector('.tiles img')")
                                .asBoolean())
                .isFalse();
    }

    private String focused() {
        return tab.value("document.activeElement.dataset.unit ?? ''").asString();
    }
}
