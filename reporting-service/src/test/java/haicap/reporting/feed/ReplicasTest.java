package haicap.reporting.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import haicap.reporting.testing.City;
import haicap.reporting.testing.Client;
import haicap.reporting.testing.Events;
import haicap.reporting.testing.Reporting;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReplicasTest {

    private static final String STREAM = "/api/v1/feed/city/stream";

    private final Reporting one = Reporting.shared();

    @Test
    void everyReplicaTellsTheSameFeedAndAClientMayGoFromOneToTheOther() throws Exception {
        try (var two = one.replica("reporting-2")) {
            var start =
                    Client.system("feed.city", one)
                            .json("/api/v1/feed/city")
                            .get("position")
                            .asString();
            try (var atOne = Client.system("feed.city", one).stream(STREAM + "?after=" + start);
                    var atTwo =
                            Client.system("feed.city", two).stream(STREAM + "?after=" + start)) {
                var reports = new HashSet<String>();
                for (int i = 0; i < 50; i++) {
                    reports.add(receive(i));
                }
                await().atMost(Duration.ofSeconds(60)).until(() -> tells(atOne, reports));
                await().atMost(Duration.ofSeconds(10)).until(() -> tells(atTwo, reports));
                assertThat(ids(atTwo)).isEqualTo(ids(atOne)).doesNotHaveDuplicates();
                var middle = ids(atOne).get(20);
                try (var resumed =
                        Client.system("feed.city", two).stream(STREAM, "Last-Event-ID", middle)) {
                    await().atMost(Duration.ofSeconds(10))
                            .until(() -> resumed.size() >= atOne.size() - 21);
                    assertThat(ids(resumed).getFirst()).isEqualTo(ids(atOne).get(21));
                }
            }
        }
    }

    private String receive(int i) {
        var id = "cr-" + UUID.randomUUID();
        var unit = i % 2 == 0 ? City.BA_DINH : City.HOAN_KIEM;
        Events.send(Events.crimeReport("Received", id, 1, unit, one.clock().instant(), null));
        return id;
    }

    private static boolean tells(Client.Stream stream, HashSet<String> reports) {
        var told = new HashSet<String>();
        stream.events().stream()
                .filter(event -> event.name().equals("activity"))
                .forEach(event -> told.add(event.data().get("subject").asString()));
        return told.containsAll(reports);
    }

    private static List<String> ids(Client.Stream stream) {
        return stream.events().stream().map(Client.Event::id).toList();
    }
}
