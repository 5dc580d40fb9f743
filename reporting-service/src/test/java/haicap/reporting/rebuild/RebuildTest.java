package haicap.reporting.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import haicap.platform.inbox.InboxPositions;
import haicap.reporting.facts.Arrival;
import haicap.reporting.files.CrimeReport;
import haicap.reporting.files.Fact;
import haicap.reporting.testing.City;
import haicap.reporting.testing.Client;
import haicap.reporting.testing.Events;
import haicap.reporting.testing.RandomFacts;
import haicap.reporting.testing.Reporting;
import haicap.reporting.testing.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Over HTTP, on a database of its own, with a second replica beside. */
class RebuildTest {

    private static final String PATH = "/api/v1/reporting/rebuild";
    private static final String STREAM = "/api/v1/feed/city/stream?after=";
    private static final List<String> UNITS = List.of(City.BA_DINH, City.HOAN_KIEM, City.PC01);
    private static final Duration SOON = Duration.ofSeconds(40);

    private static Reporting reporting;
    private static Reporting second;
    private static Client operator;
    private static Client wall;

    @BeforeAll
    static void start() {
        reporting = Reporting.alone("rebuilt");
        second = reporting.beside("rebuilt-2");
        operator = Client.system("operations", reporting);
        wall = Client.system("feed.city", reporting);
        var facts = new RandomFacts(3, now(), UNITS);
        facts.many("re-" + UUID.randomUUID(), 300).forEach(RebuildTest::tell);
        for (var version = 1; version <= 3; version++) {
            for (var file = 0; file < 300; file++) {
                tell(facts.one("changed-" + file, (1L << 40) + version));
            }
        }
        settle();
    }

    @AfterAll
    static void stop() {
        second.close();
        reporting.close();
    }

    @Test
    void repairsFactsAndFiguresAndTellsOnlyTheUnitsThatDiffer() throws Exception {
        var right = units();
        reporting
                .jdbc()
                .update("DELETE FROM fact WHERE unit_id = ? AND figures <> '{}'", City.BA_DINH);
        reporting
                .jdbc()
                .update(
                        """
                        INSERT INTO fact
                            (id, kind, topic, version, unit_id, public, figures, units, since, until)
                        VALUES ('by-hand', 'OBSTACLE', 'haicap.inspection.v1', 1, 'hanoi',
                                '{"open": true}', '{obstaclesOpen}', '{NULL}', '{-infinity}',
                                '{infinity}')
                        """);
        reporting
                .jdbc()
                .update(
                        "UPDATE unit_figures SET figures = jsonb_set(figures, '{reportsOpen}', '7')"
                                + " WHERE unit_id = ?",
                        City.HOAN_KIEM);
        reporting.jdbc().update("UPDATE picture SET city = jsonb_set(city, '{reportsOpen}', '1')");
        var from = position();
        try (var stream = wall.stream(STREAM + from)) {
            var done = rebuild();
            assertThat(done.get("corrected").asInt()).isOne();
            assertThat(done.get("read").asLong()).isGreaterThanOrEqualTo(300);
            assertThat(units()).isEqualTo(right);
            assertThat(count("SELECT count(*) FROM fact WHERE id = 'by-hand'")).isZero();
            await().atMost(SOON).until(() -> !told(stream, "unit").isEmpty());
            assertThat(told(stream, "unit")).containsExactly(City.HOAN_KIEM);
            assertThat(told(stream, "activity")).isEmpty();
        }
        assertThat(city()).isEqualTo(sum());
    }

    @Test
    void losesNothingAndTellsNothingTwiceWhileEventsGoOn() throws Exception {
        var running = new AtomicBoolean(true);
        var sent = new HashSet<String>();
        var start = wall.json("/api/v1/feed/city");
        try (var stream = wall.stream(STREAM + start.get("position").asString())) {
            var writer = Thread.ofVirtual().start(() -> write(sent, running));
            try {
                for (int i = 0; i < 3; i++) {
                    rebuild();
                }
            } finally {
                running.set(false);
                writer.join();
            }
            settle();
            await().atMost(SOON).until(() -> activities(stream).size() >= sent.size());
            assertThat(activities(stream)).containsExactlyInAnyOrderElementsOf(sent);
            assertEveryEventAddsUp(start, stream);
        }
        assertThat(city()).isEqualTo(sum());
        assertThat(count("SELECT count(*) FROM fact WHERE id LIKE 'live-%'"))
                .isEqualTo(sent.size());
    }

    /** As its frames say when they have been heard in every partition. */
    @Test
    void whatANewIncarnationDidNotNameLeavesTheFiguresAndNoRebuildBringsItBack() {
        var before = rows();
        var floor = 2L << 40;
        reporting
                .jdbc()
                .update(
                        "UPDATE fact SET version = version + (1::bigint << 40)"
                                + " WHERE kind = 'CRIME_REPORT' AND hashtext(id) % 2 = 0");
        var named = count("SELECT count(*) FROM fact WHERE version >= " + floor);
        for (int partition = 0; partition < 3; partition++) {
            reporting
                    .jdbc()
                    .update(
                            """
                            INSERT INTO heard_reannouncement
                                (feed, topic, partition, version, partitions, began_offset, ended)
                            VALUES ('files', 'haicap.case.v1', ?, ?, 3, 0, true)
                            """,
                            partition,
                            floor + 1);
        }

        await().atMost(SOON).until(() -> count("SELECT count(*) FROM retirement WHERE done") == 1);
        assertThat(count("SELECT count(*) FROM fact WHERE kind = 'CRIME_REPORT'"))
                .isEqualTo(named)
                .isPositive();
        assertThat(city()).isEqualTo(sum());
        rebuild();
        assertThat(count("SELECT count(*) FROM fact WHERE kind = 'CRIME_REPORT'")).isZero();
        assertThat(city()).isEqualTo(sum());

        reporting.jdbc().execute("TRUNCATE heard_reannouncement, retirement");
        rebuild();
        assertThat(rows()).isEqualTo(before);
        assertThat(city()).isEqualTo(sum());
    }

    @Test
    void refusesATopicThatNoLongerTellsOfEveryFile() {
        var topics = reporting.bean(WholeTopics.class);
        var begins = Map.of(new TopicPartition("haicap.inspection.v1", 1), 5L);
        assertThatThrownBy(() -> topics.require(begins))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("haicap.inspection.v1-1")
                .hasMessageContaining("offset 5");

        reporting
                .jdbc()
                .update(
                        """
                        INSERT INTO heard_reannouncement
                            (feed, topic, partition, version, partitions, began_offset, ended)
                        VALUES ('files', 'haicap.inspection.v1', 1, (1::bigint << 40) + 1, 3, 7, true)
                        """);
        topics.require(begins);
        reporting
                .jdbc()
                .execute("DELETE FROM heard_reannouncement WHERE topic LIKE '%inspection%'");
    }

    @Test
    void correctsNothingWhereNothingIsWrong() {
        assertThat(rebuild().get("corrected").asInt()).isZero();
    }

    /** A reconciliation, or the database's own housekeeping. */
    @Test
    void triesAgainWhileSomebodyReadsTheOldFactsForLong() throws Exception {
        try (var reader = reporting.bean(DataSource.class).getConnection()) {
            reader.setAutoCommit(false);
            reader.createStatement().execute("LOCK TABLE public.fact IN ACCESS SHARE MODE");
            operator.post(PATH, UUID.randomUUID().toString());
            var first = await().atMost(SOON).until(RebuildTest::heldUpSince, Optional::isPresent);
            await().atMost(SOON)
                    .until(
                            RebuildTest::heldUpSince,
                            since -> since.isPresent() && !since.equals(first));
            reader.rollback();
        }
        await().atMost(SOON).until(() -> !state().equals("RUNNING"));
        assertThat(state()).isEqualTo("DONE");
    }

    /** When the attempt began that waits now; each attempt has its own time. */
    private static Optional<String> heldUpSince() {
        return reporting
                .jdbc()
                .queryForList(
                        """
                        SELECT query_start::text
                        FROM pg_stat_activity
                        WHERE wait_event_type = 'Lock' AND query LIKE 'DROP TABLE public.fact%'
                        """,
                        String.class)
                .stream()
                .findFirst();
    }

    @Test
    void everyFactIsTheNewestOfItsFileInAllItsColumns() {
        var before = rows();
        rebuild();
        assertThat(rows()).isEqualTo(before);
        assertThat(count("SELECT count(*) FROM fact WHERE id LIKE 'changed-%'")).isEqualTo(300);
    }

    @Test
    void isBegunAnewWhenItsReplicaIsGone() {
        reporting
                .jdbc()
                .update(
                        "UPDATE rebuild SET state = 'RUNNING', lease_number = 0, started_at = now()");
        reporting.jdbc().execute("DROP TABLE IF EXISTS rebuilding.fact");
        reporting.jdbc().execute("CREATE TABLE rebuilding.fact (half int)");
        var before = units();
        await().atMost(SOON).until(() -> state().equals("DONE"));
        assertThat(units()).isEqualTo(before);
    }

    @Test
    void theIndexesOfTheRebuiltTableAreThoseOfTheOld() {
        var before = indexes();
        rebuild();
        assertThat(indexes()).isEqualTo(before);
    }

    @Test
    void isForOperatorsAndOrderedOnce() {
        assertThat(wall.post(PATH, UUID.randomUUID().toString()).statusCode()).isEqualTo(403);
        assertThat(wall.get(PATH).statusCode()).isEqualTo(403);
        var key = UUID.randomUUID().toString();
        assertThat(operator.post(PATH, key).statusCode()).isEqualTo(202);
        assertThat(operator.post(PATH, key).statusCode()).isEqualTo(202);
        await().atMost(SOON).until(() -> state().equals("DONE"));
        reporting.jdbc().update("UPDATE rebuild SET state = 'RUNNING'");
        assertThat(operator.post(PATH, UUID.randomUUID().toString()).statusCode()).isEqualTo(409);
        await().atMost(SOON).until(() -> state().equals("DONE"));
    }

    private static JsonNode rebuild() {
        assertThat(operator.post(PATH, UUID.randomUUID().toString()).statusCode()).isEqualTo(202);
        await().atMost(SOON).until(() -> !state().equals("RUNNING"));
        var state = operator.json(PATH);
        assertThat(state.get("state").asString()).as(state.toString()).isEqualTo("DONE");
        return state;
    }

    private static String state() {
        return operator.json(PATH).get("state").asString();
    }

    private static void write(HashSet<String> sent, AtomicBoolean running) {
        var ticker = new AtomicInteger();
        while (running.get()) {
            var id = "live-" + UUID.randomUUID();
            sent.add(id);
            var unit = UNITS.get(ticker.incrementAndGet() % UNITS.size());
            var report =
                    new CrimeReport(now(), true, null, null, unit, List.of(), null, null, null);
            tell(Told.fact(id, (1L << 40) + 1, unit, report));
        }
    }

    private static String event(Fact fact) {
        var aggregate = Events.aggregate(fact);
        return aggregate.equals("CrimeReport") ? "CrimeReportReceived" : aggregate + "Told";
    }

    private static void tell(Fact fact) {
        var named =
                fact.version() < 10
                        ? Fact.of(
                                fact.id(),
                                fact.kind(),
                                fact.topic(),
                                (1L << 40) + 1,
                                fact.unitId(),
                                fact.publicState())
                        : fact;
        Events.send(Events.of(named, event(named), now()));
    }

    /** Everything that was sent is applied, in every partition of every topic. */
    private static void settle() {
        await().atMost(SOON).until(() -> Arrival.TOPICS.stream().allMatch(RebuildTest::isApplied));
    }

    private static boolean isApplied(String topic) {
        var applied = reporting.bean(InboxPositions.class).of(Arrival.FEED, topic);
        return Events.ends(topic).entrySet().stream()
                .allMatch(end -> applied.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private static Instant now() {
        return reporting.clock().instant();
    }

    private static String position() {
        return wall.json("/api/v1/feed/city").get("position").asString();
    }

    private static Map<String, String> units() {
        var units = new TreeMap<String, String>();
        wall.json("/api/v1/feed/city")
                .get("units")
                .forEach(unit ->
                        units.put(unit.get("unitId").asString(), unit.get("figures").toString()));
        return units;
    }

    private static Map<String, Long> city() {
        return counts(wall.json("/api/v1/feed/city").get("city"));
    }

    private static Map<String, Long> sum() {
        var units = new ArrayList<Map<String, Long>>();
        wall.json("/api/v1/feed/city")
                .get("units")
                .forEach(unit -> units.add(counts(unit.get("figures"))));
        return sum(units);
    }

    private static Map<String, Long> counts(JsonNode figures) {
        var counts = new TreeMap<String, Long>();
        figures.properties().forEach(each -> counts.put(each.getKey(), each.getValue().asLong()));
        return counts;
    }

    private static List<String> activities(Client.Stream stream) {
        return stream.events().stream()
                .filter(event -> event.name().equals("activity"))
                .map(event -> event.data().get("subject").asString())
                .filter(subject -> subject.startsWith("live-"))
                .toList();
    }

    private static List<String> told(Client.Stream stream, String kind) {
        return stream.events().stream()
                .filter(event -> event.name().equals(kind))
                .map(event -> event.data().get("unitId").asString())
                .toList();
    }

    private static void assertEveryEventAddsUp(JsonNode start, Client.Stream stream) {
        var units = new TreeMap<String, Map<String, Long>>();
        start.get("units")
                .forEach(unit ->
                        units.put(unit.get("unitId").asString(), counts(unit.get("figures"))));
        for (var event : stream.events()) {
            if (event.name().equals("unit")) {
                units.computeIfAbsent(
                                event.data().get("unitId").asString(), unit -> new TreeMap<>())
                        .putAll(counts(event.data().get("figures")));
                assertThat(sum(units.values()))
                        .containsAllEntriesOf(counts(event.data().get("city")));
            }
        }
    }

    private static Map<String, Long> sum(Collection<Map<String, Long>> units) {
        var sum = new TreeMap<String, Long>();
        units.forEach(unit -> unit.forEach((name, n) -> sum.merge(name, n, Long::sum)));
        return sum;
    }

    private static List<String> rows() {
        return reporting
                .jdbc()
                .queryForList("SELECT fact::text FROM fact ORDER BY id", String.class);
    }

    private static List<String> indexes() {
        return reporting
                .jdbc()
                .queryForList(
                        "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'"
                                + " AND tablename = 'fact' ORDER BY 1",
                        String.class);
    }

    private static long count(String sql) {
        return reporting.jdbc().queryForObject(sql, Long.class);
    }
}
