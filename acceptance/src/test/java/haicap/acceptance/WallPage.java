package haicap.acceptance;

import haicap.acceptance.browser.Reader;
import haicap.acceptance.browser.Tab;
import haicap.acceptance.load.Units.Unit;
import java.time.Duration;

/** The wall, or the desk, as the one before it sees it. */
record WallPage(House house, Tab tab) {

    /** How long a page may take to find back. */
    static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final String BUILDS =
            """
            window.asked = 0;
            const served = fetch;
            window.fetch = async (address, ...rest) => {
              const answer = await served(address, ...rest);
              if (address !== '/wall/config.json' || !window.another) return answer;
              asked++;
              return new Response(JSON.stringify({ ...(await answer.json()), build: 'another' }));
            };
            """;
    private static final String BANNER = "document.querySelector('.banner')";
    private static final String STATE = "document.querySelector('.state').dataset.state";

    WallPage {
        tab.prepare(BUILDS);
    }

    void signIn(String name) {
        Reader.signIn(tab, house.system().gateway(), name);
    }

    void signOut() {
        tab.click(".switches button:last-child");
        tab.await("document.querySelector('.door')");
    }

    String state() {
        return tab.value(STATE).asString();
    }

    void awaitLive() {
        tab.await("%s.hidden && %s === 'live'".formatted(BANNER, STATE), PATIENCE);
    }

    /** Waits until the banner tells that the line is not what it should be. */
    void awaitTold(String state) {
        tab.await("!%s.hidden && %s === '%s'".formatted(BANNER, STATE, state), PATIENCE);
    }

    void cutAndMend() {
        tab.cut(true);
        awaitTold("reconnecting");
        tab.cut(false);
    }

    /** The number on a unit's tile. */
    int number(Unit unit) {
        return Integer.parseInt(tab.value(shown(unit)).asString());
    }

    void awaitNumber(Unit unit, int number, Duration atMost) {
        tab.await("%s === '%d'".formatted(shown(unit), number), atMost);
    }

    /** From now on, until the page is loaded anew, it is told that another build is served. */
    void serveAnotherBuild() {
        tab.value("window.another = true");
    }

    void awaitLoadedAnew() {
        tab.await("window.another === undefined && document.querySelector('.state')");
        awaitLive();
    }

    private static String shown(Unit unit) {
        return "document.querySelector('[data-unit=\"%s\"] .value').innerText".formatted(unit.id());
    }
}
