package haicap.reporting.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import haicap.reporting.testing.City;
import haicap.reporting.testing.Client;
import haicap.reporting.testing.Events;
import haicap.reporting.testing.Reporting;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** On the real tables, with a feed that keeps little. */
class TooOldPositionTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String STREAM = "/api/v1/feed/city/stream?after=";

    @Test
    void isResetAndASnapshotThenGoesOnWithoutAGap() throws Exception {
        try (var reporting =
                Reporting.alone("forgetful", "haicap.feed.kept=20", "haicap.feed.ring=8")) {
            var wall = Client.system("feed.city", reporting);
            for (int i = 0; i < 60; i++) {
                receive(reporting);
            }
            await().atMost(SOON).until(() -> seq(wall) > 60);
            await().atMost(SOON)
                    .until(() -> {
                        reporting.bean(FeedHousekeeping.class).forget();
                        return oldest(reporting) > 3;
                    });
            try (var stream = wall.stream(STREAM + new Position(epoch(wall), 2))) {
                await().atMost(SOON).until(() -> stream.size() > 0);
                var reset = stream.events().getFirst();
                assertThat(reset.name()).isEqualTo("reset");
                assertThat(reset.id()).isNull();
            }
            var snapshot = Position.parse(position(wall));
            try (var resumed = wall.stream(STREAM + snapshot)) {
                receive(reporting);
                await().atMost(SOON).until(() -> resumed.size() >= 2);
                assertThat(resumed.events().getFirst().id())
                        .isEqualTo(new Position(snapshot.epoch(), snapshot.seq() + 1).toString());
            }
            var kept = new Position(snapshot.epoch(), snapshot.seq() - 15).toString();
            try (var fromTable = wall.stream(STREAM + kept)) {
                await().atMost(SOON).until(() -> fromTable.size() >= 15);
                assertThat(fromTable.events()).noneMatch(event -> event.name().equals("reset"));
            }
        }
    }

    private static void receive(Reporting reporting) {
        var now = reporting.clock().instant();
        var id = "cr-" + UUID.randomUUID();
        Events.send(Events.crimeReport("Received", id, 1, City.BA_DINH, now, null));
    }

    private static String position(Client wall) {
        return wall.json("/api/v1/feed/city").get("position").asString();
    }

    private static int epoch(Client wall) {
        return Position.parse(position(wall)).epoch();
    }

    private static long seq(Client wall) {
        return Position.parse(position(wall)).seq();
    }

    private static long oldest(Reporting reporting) {
        return reporting.jdbc().queryForObject("SELECT min(seq) FROM feed", Long.class);
    }
}
