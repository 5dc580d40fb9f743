package haicap.reporting.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import haicap.reporting.testing.City;
import haicap.reporting.testing.Client;
import haicap.reporting.testing.Reporting;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchingTest {

    private final Reporting reporting = Reporting.shared();

    @Test
    void theCityIsForItsCommandAndTheWall() {
        assertThat(status(Client.holding(City.DIRECTOR, reporting))).isEqualTo(200);
        assertThat(status(Client.holding(City.PC01_HEAD, reporting))).isEqualTo(200);
        assertThat(status(Client.system("feed.city", reporting))).isEqualTo(200);
        assertThat(status(Client.holding(City.OTHER_CHIEF, reporting))).isEqualTo(403);
        assertThat(status(Client.system("audit", reporting))).isEqualTo(403);
    }

    @Test
    void theCommandMayWatchEveryUnitToo() {
        var director = Client.holding(City.DIRECTOR, reporting);
        assertThat(director.get("/api/v1/feed/units/" + City.BA_DINH).statusCode()).isEqualTo(200);
        assertThat(director.get("/api/v1/feed/units/none").statusCode()).isEqualTo(404);
    }

    @Test
    void aPositionThatCannotBeReadIsRefusedAndTheHeaderBeatsTheParameter() throws Exception {
        var wall = Client.system("feed.city", reporting);
        var stream = "/api/v1/feed/city/stream";
        var refused = wall.get(stream + "?after=yesterday");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("position-unreadable");
        assertThat(wall.get(stream, "Last-Event-ID", "1-").statusCode()).isEqualTo(400);
        try (var beaten = wall.stream(stream + "?after=yesterday", "Last-Event-ID", "0-1")) {
            await().atMost(Duration.ofSeconds(10)).until(() -> beaten.size() > 0);
            assertThat(beaten.events().getFirst().name()).isEqualTo("reset");
        }
    }

    @Test
    void aStreamEndsWithThePost() throws Exception {
        var chief = Client.holding(City.OTHER_CHIEF, reporting);
        var path = "/api/v1/feed/units/" + City.HOAN_KIEM + "/stream";
        try (var stream = chief.stream(path)) {
            assertThat(stream.ended()).isFalse();
            appointment("'2025-01-02'");
            await().atMost(Duration.ofSeconds(5)).until(stream::ended);
            assertThat(chief.get(path).statusCode()).isEqualTo(404);
        } finally {
            appointment("NULL");
        }
    }

    private void appointment(String end) {
        reporting
                .jdbc()
                .update(
                        "UPDATE org_appointment SET valid_to = " + end + " WHERE post_id = ?",
                        City.OTHER_CHIEF);
        reporting.jdbc().update("UPDATE org_copy SET generation = generation + 1");
    }

    private static int status(Client client) {
        return client.get("/api/v1/feed/city").statusCode();
    }
}
