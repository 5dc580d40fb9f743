package haicap.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import haicap.platform.events.InboundEvent;
import haicap.platform.parked.ParkedLists;
import haicap.platform.testing.TestEvents;
import haicap.platform.testing.TestKafka;
import haicap.platform.testing.TestPostgres;
import haicap.platform.testing.TestService;
import haicap.platform.testing.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class InboxTest {

    private static final String TOPIC = "inbox-test";
    private static final String OPERATOR = TestTokens.system("operator", "operations");

    /**
     * Counts how often each key was applied, knows some keys that it refuses, and one at which the
     * database is away for a moment.
     */
    static class CountingFeed implements EventConsumer<InboundEvent> {

        private static final AtomicInteger outages = new AtomicInteger();
        private static volatile boolean inTrouble;

        private final JdbcTemplate jdbc;

        CountingFeed(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
            jdbc.execute(
                    "CREATE TABLE IF NOT EXISTS applied (key text, version text, place bigserial)");
            jdbc.execute("CREATE TABLE IF NOT EXISTS known_unit (id text)");
        }

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public Set<Subscription> subscriptions() {
            return Set.of(new Subscription(TOPIC, "nobody"));
        }

        @Override
        public int retire(String topic, int incarnation, int atMost) {
            return 0;
        }

        @Override
        public Optional<InboundEvent> understand(InboundEvent event) {
            return Optional.of(event);
        }

        @Override
        public void apply(List<InboundEvent> batch) {
            for (var event : batch) {
                jdbc.update(
                        "INSERT INTO applied (key, version) VALUES (?, ?)",
                        event.key(),
                        event.version().toString());
                if (event.unit().equals("nowhere")
                        && jdbc.queryForList("SELECT 1 FROM known_unit WHERE id = 'nowhere'")
                                .isEmpty()) {
                    throw CannotApply.unknownUnit("nowhere");
                }
                if (event.unit().equals("troubled")) {
                    throw inTrouble
                            ? new RecoverableDataAccessException("fails in another way")
                            : CannotApply.unknownUnit("troubled");
                }
                if (event.unit().equals("never")) {
                    throw CannotApply.unknownUnit("never");
                }
                if (event.key().startsWith("curable")
                        && jdbc.queryForList("SELECT 1 FROM known_unit WHERE id = 'cure'")
                                .isEmpty()) {
                    throw new CannotApply("needs a cure");
                }
                if (event.key().startsWith("refused")) {
                    throw new CannotApply("against a rule");
                }
                if (event.key().startsWith("outage") && outages.getAndIncrement() == 0) {
                    throw new RecoverableDataAccessException("away for a moment");
                }
            }
        }
    }

    private static KafkaProducer<String, byte[]> producer;
    private static String database;
    private ConfigurableApplicationContext service;
    private JdbcTemplate jdbc;

    @BeforeAll
    static void topic() {
        TestKafka.createTopic(TOPIC, 1);
        database = TestPostgres.database();
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", TestKafka.bootstrap()),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    @AfterAll
    static void close() {
        producer.close();
    }

    @BeforeEach
    void start() {
        service =
                TestService.start(
                        database,
                        "one",
                        Map.of("haicap.orgcopy.feed", "false"),
                        CountingFeed.class);
        jdbc = service.getBean(JdbcTemplate.class);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void eachMessageIsAppliedOnceAcrossRestarts() {
        send("a1", "u", "1-1", TestEvents.EMPTY_BODY);
        awaitApplied("a1");
        service.close();
        send("a2", "u", "1-1", TestEvents.EMPTY_BODY);
        start();
        awaitApplied("a2");
        assertThat(timesApplied("a1")).isEqualTo(1);
        assertThat(timesApplied("a2")).isEqualTo(1);
    }

    @Test
    void aPoisonedMessageIsParkedAndItsNeighboursGoOn() {
        send("b1", "u", "1-1", TestEvents.EMPTY_BODY);
        send("b2", "u", "1-1", "{ broken");
        send("refused-b3", "u", "1-1", TestEvents.EMPTY_BODY);
        send("b4", "u", "no version", TestEvents.EMPTY_BODY);
        send("b5", "u", "1-1", TestEvents.EMPTY_BODY);
        awaitApplied("b5");
        assertThat(timesApplied("b1")).isEqualTo(1);
        assertThat(timesApplied("refused-b3")).isZero();
        assertThat(
                        jdbc.queryForList(
                                "SELECT key FROM parked WHERE key IN ('b2', 'refused-b3', 'b4') ORDER BY \"offset\"",
                                String.class))
                .containsExactly("b2", "refused-b3", "b4");
        assertThat(
                        jdbc.queryForObject(
                                "SELECT reason FROM parked WHERE key = 'refused-b3'", String.class))
                .isEqualTo("against a rule");
    }

    @Test
    void aPoisonedMessageInALargeBatchTurnsAShortPartOfItIntoSingleSteps() {
        service.close();
        for (int n = 0; n < 350; n++) {
            var key = n == 170 ? "refused-e" : "e" + n;
            send(key, "u", "1-1", TestEvents.EMPTY_BODY);
        }

        start();
        awaitApplied("e349");

        var rowsOfEachCommit =
                jdbc.queryForList(
                        "SELECT count(*) FROM applied WHERE key ~ '^e[0-9]' GROUP BY xmin",
                        Long.class);
        assertThat(rowsOfEachCommit.stream().mapToLong(rows -> rows).sum()).isEqualTo(349);
        assertThat(rowsOfEachCommit).hasSizeLessThan(200).allMatch(rows -> rows <= 100);
        assertThat(jdbc.queryForList("SELECT key FROM parked WHERE key ~ 'e$'", String.class))
                .containsExactly("refused-e");
    }

    /** More than a poll gives, so that one batch is applied while the next is read. */
    @Test
    void aBacklogIsAppliedOnceAndInOrderThoughOneIsPoisonedAndTheDatabaseFailsOnTheWay() {
        service.close();
        var keys = new ArrayList<String>();
        for (int n = 0; n < 7_000; n++) {
            var key = n == 3_333 ? "refused-f" : n == 4_444 ? "outage-f" : "f" + n;
            give(key, "u", "1-1", TestEvents.EMPTY_BODY);
            keys.add(key);
        }
        producer.flush();
        keys.remove("refused-f");

        start();
        awaitApplied("f6999");

        assertThat(CountingFeed.outages).hasValueGreaterThan(1);
        assertThat(
                        jdbc.queryForList(
                                "SELECT key FROM applied WHERE key ~ '^(outage-)?f' ORDER BY place",
                                String.class))
                .isEqualTo(keys);
        assertThat(jdbc.queryForList("SELECT key FROM parked WHERE key ~ 'f$'", String.class))
                .containsExactly("refused-f");
    }

    /** Or a recount, which waits for the end of the topic, waits for ever. */
    @Test
    void theEndOfATransactionIsPassedAndWhatWasGivenUpIsNotApplied() {
        try (var relay =
                new KafkaProducer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers",
                                TestKafka.bootstrap(),
                                "transactional.id",
                                "g"),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            relay.initTransactions();
            relay.beginTransaction();
            relay.send(record("g-given-up", "u", "1-1", TestEvents.EMPTY_BODY));
            relay.flush();
            relay.abortTransaction();
            relay.beginTransaction();
            relay.send(record("g1", "u", "1-1", TestEvents.EMPTY_BODY));
            relay.commitTransaction();
        }
        awaitApplied("g1");
        var end = TestKafka.end(TOPIC);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        service.getBean(InboxPositions.class)
                                .of("counting", TOPIC)
                                .equals(Map.of(0, end)));
        assertThat(timesApplied("g-given-up")).isZero();
    }

    @Test
    void anEventOfAnUnknownUnitWaitsAndIsAppliedWhenTheUnitArrives() {
        send("c1", "nowhere", "1-1", TestEvents.EMPTY_BODY);
        send("c2", "u", "1-1", TestEvents.EMPTY_BODY);
        awaitApplied("c2");
        assertThat(timesApplied("c1")).isZero();
        jdbc.update("INSERT INTO known_unit VALUES ('nowhere')");
        awaitApplied("c1");
        assertThat(jdbc.queryForList("SELECT 1 FROM parked WHERE key = 'c1'")).isEmpty();
        assertThat(timesApplied("c1")).isEqualTo(1);
    }

    @Test
    void oneThatFailsInAnotherWayDoesNotEndTheRoundForTheOthers() {
        CountingFeed.inTrouble = false;
        for (int n = 0; n < 40; n++) {
            give("i" + n, "troubled", "1-1", TestEvents.EMPTY_BODY);
        }
        send("i-last", "nowhere", "1-1", TestEvents.EMPTY_BODY);
        awaitParked("i-last");
        CountingFeed.inTrouble = true;
        jdbc.update("INSERT INTO known_unit VALUES ('nowhere') ON CONFLICT DO NOTHING");

        awaitApplied("i-last");

        jdbc.update("DELETE FROM parked WHERE unit = 'troubled'");
        jdbc.update("DELETE FROM known_unit");
    }

    /** They are tried ever less often, and who has waited longest is tried first. */
    @Test
    void aHundredThatCanNeverBeAppliedDoNotKeepAnotherFromItsTurn() {
        for (int n = 0; n < 150; n++) {
            give("h" + n, "never", "1-1", TestEvents.EMPTY_BODY);
        }
        send("h-last", "nowhere", "1-1", TestEvents.EMPTY_BODY);
        jdbc.update("DELETE FROM known_unit WHERE id = 'nowhere'");
        awaitParked("h-last");
        jdbc.update("INSERT INTO known_unit VALUES ('nowhere') ON CONFLICT DO NOTHING");

        awaitApplied("h-last");

        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        jdbc.queryForObject(
                                        "SELECT min(attempts) FROM parked WHERE unit = 'never'",
                                        Integer.class)
                                > 0);
        jdbc.update("DELETE FROM parked WHERE unit = 'never'");
        jdbc.update("DELETE FROM known_unit");
    }

    @Test
    void anOperatorSeesWhatIsParkedAndTriesItAgainAfterTheCure() throws Exception {
        send("curable-d1", "u", "1-1", TestEvents.EMPTY_BODY);
        var id = awaitParked("curable-d1");

        assertThat(get("/" + id).body())
                .contains("needs a cure", "haicap.test.Happened.v1", "\\\"happened\\\"");
        assertThat(get("?limit=500").body()).contains("curable-d1");
        var tooEarly = post("/" + id + "/retry");
        assertThat(tooEarly.statusCode()).isEqualTo(409);
        assertThat(tooEarly.body())
                .contains(
                        "parked-still", "Chưa áp dụng được", "vẫn chưa áp dụng được: needs a cure");
        assertThat(timesApplied("curable-d1")).isZero();

        jdbc.update("INSERT INTO known_unit VALUES ('cure')");

        assertThat(post("/" + id + "/retry").body()).contains("APPLIED");
        assertThat(timesApplied("curable-d1")).isEqualTo(1);
        assertThat(get("/" + id).statusCode()).isEqualTo(404);
        assertThat(post("/" + id + "/retry").statusCode()).isEqualTo(404);
        assertThat(audited("parked.retry", id)).isEqualTo(1);
    }

    @Test
    void whatAnOperatorDropsIsGoneAndAudited() throws Exception {
        send("d2", "u", "1-1", "{ broken");
        var id = awaitParked("d2");
        assertThat(post("/" + id + "/retry").statusCode()).isEqualTo(409);

        assertThat(post("/" + id + "/drop").body()).contains("DROPPED");

        assertThat(get("/" + id).statusCode()).isEqualTo(404);
        assertThat(timesApplied("d2")).isZero();
        assertThat(audited("parked.drop", id)).isEqualTo(1);
    }

    @Test
    void onlyAnOperatorTouchesWhatIsParked() throws Exception {
        send("d3", "u", "1-1", "{ broken");
        var id = awaitParked("d3");
        var wall = TestTokens.system("wall", "feed.city");
        for (var request :
                List.of(
                        request("", wall),
                        request("/" + id, wall),
                        request("/" + id + "/drop", wall)
                                .header("Idempotency-Key", "k")
                                .POST(BodyPublishers.noBody()))) {
            var answer = send(request);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("scope-missing");
        }
        assertThat(get("/none").statusCode()).isEqualTo(404);
    }

    @Test
    void oneThatIsParkedIsFoundByTheIndexHoweverManyThereAre() {
        jdbc.update(
                """
                INSERT INTO parked
                    (feed, topic, topic_id, partition, "offset", header_names, header_values, reason)
                SELECT 'counting', 'many', 'many', 0, n, '{}', '{}', 'against a rule'
                FROM generate_series(1, 5000) n
                """);
        jdbc.execute("ANALYZE parked");
        var id = jdbc.queryForObject("SELECT max(id)::text FROM parked", String.class);
        var parked = service.getBean(Parked.class);

        var wholeReadings =
                new TransactionTemplate(service.getBean(PlatformTransactionManager.class))
                        .execute(status -> {
                            long before = wholeReadings();
                            assertThat(parked.find(id)).isPresent();
                            assertThat(parked.attempt(id)).isTrue();
                            assertThat(parked.take(id)).isPresent();
                            assertThat(service.getBean(ParkedLists.class).read(id)).isNotNull();
                            return wholeReadings() - before;
                        });

        assertThat(wholeReadings).isZero();
        jdbc.update("DELETE FROM parked WHERE topic = 'many'");
    }

    private long wholeReadings() {
        return jdbc.queryForObject(
                "SELECT seq_scan FROM pg_stat_xact_user_tables WHERE relname = 'parked'",
                Long.class);
    }

    private String awaitParked(String key) {
        var sql = "SELECT id::text FROM parked WHERE key = ?";
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.queryForList(sql, String.class, key), ids -> !ids.isEmpty())
                .getFirst();
    }

    private int audited(String action, String id) {
        return jdbc.queryForObject(
                "SELECT count(*) FROM audit WHERE action = ? AND subject = ?",
                Integer.class,
                action,
                id);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path, OPERATOR));
    }

    private HttpResponse<String> post(String path) throws Exception {
        return send(
                request(path, OPERATOR)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path, String token) {
        var port = ((WebServerApplicationContext) service).getWebServer().getPort();
        return HttpRequest.newBuilder(
                        URI.create(
                                "http://127.0.0.1:%d/api/v1/test/parked%s".formatted(port, path)))
                .header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    private void awaitApplied(String key) {
        await().atMost(Duration.ofSeconds(30)).until(() -> timesApplied(key) > 0);
    }

    private int timesApplied(String key) {
        return jdbc.queryForObject(
                "SELECT count(*) FROM applied WHERE key = ?", Integer.class, key);
    }

    private static void send(String key, String unit, String version, String body) {
        give(key, unit, version, body);
        producer.flush();
    }

    private static void give(String key, String unit, String version, String body) {
        producer.send(record(key, unit, version, body));
    }

    private static ProducerRecord<String, byte[]> record(
            String key, String unit, String version, String body) {
        var record = new ProducerRecord<>(TOPIC, key, TestEvents.bytes(body));
        TestEvents.headers(key, unit, version).forEach(record.headers()::add);
        return record;
    }
}
