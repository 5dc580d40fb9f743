package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.browser.Tab;
import haicap.acceptance.feed.Listener;
import haicap.acceptance.feed.Positions;
import haicap.acceptance.load.CityAtWork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who is before the wall: signed in, kept so, signed out. */
@InTheBrowser
@Order(4)
class WallSignInTest {

    /**
     * The first tokens live for a few seconds; what the page asked of its stream and heard there.
     */
    private static final String SHORT_LIVED =
            """
            window.streams = [];
            window.told = [];
            let tokens = 0;
            const real = fetch;
            window.fetch = async (address, asked) => {
              const answer = await real(address, asked);
              if (String(address).endsWith('/oauth2/token')) {
                const granted = await answer.json();
                if (++tokens < 3) granted.expires_in = 5;
                return new Response(JSON.stringify(granted), { status: answer.status });
              }
              if (!String(address).endsWith('/stream')) return answer;
              const sent = asked.headers;
              streams.push({ token: sent.Authorization, from: sent['Last-Event-ID'] });
              const reading = new TextDecoder();
              let rest = '';
              const listening = new TransformStream({
                transform(bytes, on) {
                  const events = (rest + reading.decode(bytes, { stream: true })).split('\\n\\n');
                  rest = events.pop();
                  for (const event of events) told.push(...(/^id: ?(.*)$/m.exec(event) ?? []).slice(1));
                  on.enqueue(bytes);
                },
              });
              return new Response(answer.body.pipeThrough(listening), { status: answer.status });
            };
            """;

    private static final String STREAM = "/api/v1/feed/city/stream";
    private static final Duration TWO_LIVES = Duration.ofSeconds(9);
    private static final double WRITES_PER_SECOND = 12;
    private static final long SEED = 43;

    private final House house;
    private final Tab tab;
    private final WallPage wall;

    WallSignInTest(House house, Tab tab) {
        this.house = house;
        this.tab = tab;
        this.wall = new WallPage(house, tab);
    }

    @Test
    void theTokenIsNeitherInAnAddressNorInAnyStore() {
        wall.signIn("wall");

        assertThat(tab.addresses()).isNotEmpty().noneMatch(address -> address.contains("eyJ"));
        assertThat(tab.value("location.search").asString()).isEmpty();
        assertThat(tab.value("JSON.stringify([{...localStorage}, {...sessionStorage}])").asString())
                .doesNotContain("eyJ")
                .doesNotContain("proof");
        assertThat(tab.value("document.cookie").asString()).isEmpty();
    }

    @Test
    void aReloadedPageGoesOnAndOneThatSignedOutDoesNot() {
        wall.signIn("wall");
        tab.command("Page.reload", Map.of());
        wall.awaitLive();
        assertThat(tab.openStreams()).isEqualTo(1);

        wall.signOut();

        Awaitility.await().until(() -> tab.openStreams() == 0);
        tab.command("Page.reload", Map.of());
        tab.await("document.querySelector('.door .main')");
    }

    @Test
    void aNewTokenIsTakenBeforeTheOldOneEndsAndTheStreamGoesOnWhereItWas() {
        tab.prepare(SHORT_LIVED);
        wall.signIn("wall");
        var start = tab.value("streams[0].from").asString();

        try (var witness = Listener.to(house.as("wall"), STREAM, start);
                var city = CityAtWork.begin(house.api(), house.units(), WRITES_PER_SECOND, SEED)) {
            city.during(TWO_LIVES);
            tab.await("streams.length > 2");
            city.finish();

            Awaitility.await()
                    .untilAsserted(() ->
                            assertThat(told())
                                    .hasSizeGreaterThan(50)
                                    .isEqualTo(Positions.of(witness.heard().all())));
        }
        assertThat(Positions.gaps(start, told())).isEmpty();
        assertThat(texts("streams.map(each => each.token)")).doesNotHaveDuplicates();
        assertThat(wall.state()).isEqualTo("live");
    }

    private List<String> told() {
        return texts("told");
    }

    private List<String> texts(String expression) {
        return tab.value(expression).valueStream().map(JsonNode::asString).toList();
    }
}
