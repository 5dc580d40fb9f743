package haicap.reporting.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import haicap.reporting.testing.City;
import haicap.reporting.testing.Client;
import haicap.reporting.testing.Events;
import haicap.reporting.testing.Reporting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From the topic to the screen, over HTTP. */
class LiveFeedTest {

    private final Reporting reporting = Reporting.shared();
    private final Client wall = Client.system("feed.city", reporting);

    @Test
    void aReportMovesTheUnitAndTheCityAndIsToldOnce() throws Exception {
        var before = wall.json("/api/v1/feed/city");
        var id = "cr-" + UUID.randomUUID();
        try (var stream =
                wall.stream("/api/v1/feed/city/stream?after=" + text(before, "position"))) {
            receive(id, City.BA_DINH);
            await().atMost(Duration.ofSeconds(10)).until(() -> told(stream, id).size() == 1);
            var unit = stream.events().getFirst();
            assertThat(unit.name()).isEqualTo("unit");
            assertThat(text(unit.data(), "unitId")).isEqualTo(City.BA_DINH);
            assertThat(count(unit.data().get("figures"), "reportsOpen"))
                    .isEqualTo(1 + unitFigure(before, City.BA_DINH, "reportsOpen"));
            assertThat(count(unit.data().get("city"), "reportsReceivedToday"))
                    .isEqualTo(1 + count(before.get("city"), "reportsReceivedToday"));
            var activity = told(stream, id).getFirst().data();
            assertThat(text(activity, "type")).isEqualTo("crime-report-received");
            assertThat(text(activity, "unitId")).isEqualTo(City.BA_DINH);
        }
    }

    @Test
    void everySnapshotAndEveryEventAddUp() throws Exception {
        var snapshot = wall.json("/api/v1/feed/city");
        var ids = new ArrayList<String>();
        try (var stream =
                wall.stream("/api/v1/feed/city/stream?after=" + text(snapshot, "position"))) {
            for (int i = 0; i < 60; i++) {
                var id = "cr-" + UUID.randomUUID();
                ids.add(id);
                receive(id, List.of(City.BA_DINH, City.HOAN_KIEM, City.TRUC_BACH).get(i % 3));
                Events.send(
                        Events.obstacleRaised(
                                "ob-" + id, City.HOAN_KIEM, reporting.clock().instant()));
            }
            await().atMost(Duration.ofSeconds(20))
                    .until(() ->
                            ids.stream()
                                    .allMatch(id ->
                                            told(stream, id).size() == 1
                                                    && told(stream, "ob-" + id).size() == 1));
            var units = new HashMap<String, Map<String, Long>>();
            snapshot.get("units")
                    .forEach(u -> units.put(text(u, "unitId"), counts(u.get("figures"))));
            assertThat(sum(units)).isEqualTo(counts(snapshot.get("city")));
            for (var event : stream.events()) {
                if (event.name().equals("unit")) {
                    units.computeIfAbsent(text(event.data(), "unitId"), unit -> new HashMap<>())
                            .putAll(counts(event.data().get("figures")));
                    assertThat(sum(units)).containsAllEntriesOf(counts(event.data().get("city")));
                }
            }
            assertThat(units.get(City.TRUC_BACH).get("reportsOpen")).isZero();
            assertThat(units.get(City.TRUC_BACH).get("reportsReceivedToday")).isPositive();
            assertThat(positions(stream)).isEqualTo(expected(snapshot, stream.events().size()));
            assertThat(sum(units)).isEqualTo(sum(unitsOf(wall.json("/api/v1/feed/city"))));
            assertThat(sum(unitsOf(wall.json("/api/v1/feed/city"))))
                    .isEqualTo(counts(wall.json("/api/v1/feed/city").get("city")));
        }
    }

    @Test
    void aUnitHearsItsOwnMattersWithoutTheCity() throws Exception {
        var chief = Client.holding(City.CHIEF, reporting);
        var from = text(wall.json("/api/v1/feed/city"), "position");
        var own = "cr-" + UUID.randomUUID();
        var other = "cr-" + UUID.randomUUID();
        var path = "/api/v1/feed/units/" + City.BA_DINH;
        try (var stream = chief.stream(path + "/stream?after=" + from)) {
            receive(other, City.HOAN_KIEM);
            receive(own, City.BA_DINH);
            await().atMost(Duration.ofSeconds(10)).until(() -> told(stream, own).size() == 1);
            assertThat(told(stream, other)).isEmpty();
            assertThat(stream.events())
                    .allMatch(e -> text(e.data(), "unitId").equals(City.BA_DINH))
                    .noneMatch(e -> e.data().has("city"));
        }
        assertThat(chief.json(path).has("city")).isFalse();
        assertThat(text(chief.json(path), "classification")).isEqualTo("INTERNAL");
        assertThat(chief.get("/api/v1/feed/city").statusCode()).isEqualTo(403);
        assertThat(chief.get("/api/v1/feed/units/" + City.HOAN_KIEM).statusCode()).isEqualTo(404);
        assertThat(chief.get("/api/v1/feed/units/nowhere/stream").statusCode()).isEqualTo(404);
    }

    private void receive(String id, String unit) {
        var now = reporting.clock().instant();
        Events.send(Events.crimeReport("Received", id, 1, unit, now, now.plus(Duration.ofDays(7))));
    }

    private static List<Client.Event> told(Client.Stream stream, String subject) {
        return stream.events().stream()
                .filter(event -> event.name().equals("activity"))
                .filter(event -> text(event.data(), "subject").equals(subject))
                .toList();
    }

    private static List<String> positions(Client.Stream stream) {
        return stream.events().stream().map(Client.Event::id).toList();
    }

    private static List<String> expected(JsonNode snapshot, int count) {
        var from = Position.parse(text(snapshot, "position"));
        var positions = new ArrayList<String>();
        for (int i = 1; i <= count; i++) {
            positions.add(new Position(from.epoch(), from.seq() + i).toString());
        }
        return positions;
    }

    private static Map<String, Map<String, Long>> unitsOf(JsonNode snapshot) {
        var units = new HashMap<String, Map<String, Long>>();
        snapshot.get("units").forEach(u -> units.put(text(u, "unitId"), counts(u.get("figures"))));
        return units;
    }

    private static Map<String, Long> sum(Map<String, Map<String, Long>> units) {
        var sum = new HashMap<String, Long>();
        units.values().forEach(u -> u.forEach((name, n) -> sum.merge(name, n, Long::sum)));
        return sum;
    }

    private static Map<String, Long> counts(JsonNode figures) {
        var counts = new HashMap<String, Long>();
        figures.properties().forEach(e -> counts.put(e.getKey(), e.getValue().asLong()));
        return counts;
    }

    private static long count(JsonNode figures, String name) {
        return figures.get(name).asLong();
    }

    private static long unitFigure(JsonNode snapshot, String unit, String name) {
        return unitsOf(snapshot).getOrDefault(unit, Map.of()).getOrDefault(name, 0L);
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asString();
    }
}
