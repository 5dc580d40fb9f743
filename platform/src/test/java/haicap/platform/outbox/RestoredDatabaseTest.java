package haicap.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import haicap.platform.events.OutboundEvent;
import haicap.platform.events.Version;
import haicap.platform.testing.TestKafka;
import haicap.platform.testing.TestPostgres;
import haicap.platform.testing.TestService;
import haicap.platform.writes.Locks;
import haicap.platform.writes.Writes;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** A database that lies behind what it has said begins another life, and says everything anew. */
class RestoredDatabaseTest {

    private static final int PARTITIONS = 3;

    /** Aggregates of the test. */
    static class Things {

        @Bean
        Topic things(Environment environment) {
            return Topic.of(environment.getRequiredProperty("things"), PARTITIONS);
        }

        @Bean
        AnnouncedKind announcedThings(JdbcTemplate jdbc, Topic topic) {
            return AnnouncedKind.of(
                    "Thing",
                    topic.name(),
                    "thing",
                    id ->
                            announcement(
                                    topic.name(),
                                    id,
                                    jdbc.queryForObject(
                                            "SELECT version FROM thing WHERE id = ?",
                                            Long.class,
                                            id)));
        }
    }

    private final String topic = "things-" + UUID.randomUUID();
    private String url = TestPostgres.database();
    private ConfigurableApplicationContext service;

    private static OutboundEvent announcement(String topic, String id, long version) {
        return new OutboundEvent(
                topic,
                id,
                "Thing",
                "haicap.test.ThingSnapshot.v1",
                "u",
                version,
                Instant.now(),
                null,
                Map.of());
    }

    @BeforeEach
    void begin() {
        start();
        jdbc().execute("CREATE TABLE thing (id text PRIMARY KEY, version bigint NOT NULL)");
        for (int i = 0; i < 250; i++) {
            change("thing-%03d".formatted(i));
        }
        awaitSent();
    }

    @AfterEach
    void end() {
        service.close();
    }

    /** As a dump carries them: from a cluster that has counted far into one that begins. */
    @Test
    void rowsOfAnotherClusterHoldNothingBack() throws Exception {
        new JdbcTemplate(TestPostgres.dataSource(url))
                .execute(
                        """
                        DO $$ BEGIN
                            FOR i IN 1..5000 LOOP
                                PERFORM pg_current_xact_id();
                                COMMIT;
                            END LOOP;
                        END $$
                        """);
        change("thing-000");
        awaitSent();
        service.close();
        try (var fresh = EmbeddedPostgres.builder().start()) {
            var old = url;
            url = fresh.getJdbcUrl("postgres", "postgres");
            start();
            service.close();
            copyRows(old, url);

            start();
            change("thing-000");

            assertThat(service.getBean(Incarnation.class).number()).isEqualTo(2);
            assertThat(
                            jdbc().queryForObject(
                                            "SELECT min(xid)::text::bigint FROM outbox WHERE incarnation = 2",
                                            Long.class))
                    .isLessThan(
                            jdbc().queryForObject(
                                            "SELECT max(xid::text::bigint) FROM outbox WHERE incarnation = 1",
                                            Long.class));
            awaitSent();
            assertThat(versions("thing-000")).contains(new Version(2, 3));
            var table = service.getBean(OutboxRows.class);
            assertThat(table.forgetSent(Duration.ZERO, 10_000)).isPositive();
            assertThat(jdbc().queryForObject("SELECT count(*) FROM outbox", Long.class)).isZero();
            service.close();
        }
    }

    private static void copyRows(String from, String to) throws Exception {
        try (var source = TestPostgres.dataSource(from).getConnection();
                var target = TestPostgres.dataSource(to).getConnection();
                var ask = source.createStatement();
                var order = target.createStatement()) {
            order.execute("CREATE TABLE thing (id text PRIMARY KEY, version bigint NOT NULL)");
            order.execute("SET session_replication_role = replica");
            var tables =
                    ask.executeQuery(
                            """
                            SELECT tablename FROM pg_tables
                            WHERE schemaname = 'public' AND tablename <> 'flyway_schema_history'
                            """);
            while (tables.next()) {
                var table = tables.getString(1);
                order.execute("DELETE FROM " + table);
                var rows = new StringWriter();
                source.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("COPY %s TO STDOUT".formatted(table), rows);
                target.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "COPY %s FROM STDIN".formatted(table),
                                new StringReader(rows.toString()));
            }
        }
    }

    @Test
    void nothingIsToldInTheNameOfALifeThatHasEnded() {
        jdbc().update("UPDATE incarnation SET number = 7");

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> change("thing-000")))
                .satisfies(failure ->
                        assertThat(haicap.platform.problems.Outages.isOutage(failure)).isTrue());

        await().until(() -> service.getBean(Incarnation.class).number() == 7);
        change("thing-000");
        await().until(() -> versions("thing-000").contains(new Version(7, 2)));
    }

    /** The topic ends with what the copy has never said; server and timeline are the same. */
    @Test
    void aCopyThatWasPutBackIsFoundByTheEndOfTheTopic() {
        var position = jdbc().queryForMap("SELECT xid::text AS xid, id FROM relay_position");
        change("thing-lost");
        change("thing-000");
        awaitSent();
        service.close();
        var copy = new JdbcTemplate(TestPostgres.dataSource(url));
        copy.update("DELETE FROM thing WHERE id = 'thing-lost'");
        copy.update("UPDATE thing SET version = 1");
        copy.update(
                "DELETE FROM outbox WHERE (xid, id) > (?::xid8, ?)",
                position.get("xid"),
                position.get("id"));
        copy.update(
                "UPDATE relay_position SET xid = ?::xid8, id = ?",
                position.get("xid"),
                position.get("id"));

        start();

        await().until(() -> service.getBean(Incarnation.class).number() == 2);
        await().until(() -> service.getBean(Incarnation.class).life().endedAt() != null);
        awaitSent();
        assertThat(versions("thing-000")).endsWith(new Version(2, 1));
        assertThat(versions("thing-lost")).containsExactly(new Version(1, 1));
    }

    @Test
    void aServiceThatComesBackToItsOwnDatabaseGoesOnInTheSameLife() {
        service.close();
        start();
        change("thing-000");
        awaitSent();
        assertThat(service.getBean(Incarnation.class).number()).isEqualTo(1);
        assertThat(versions("thing-000")).endsWith(new Version(1, 2));
    }

    @Test
    void everyAggregateIsAnnouncedBetweenTheFramesOfItsPartition() {
        long number = service.getBean(Reannouncements.class).request("asked for by a test");
        await().until(() -> service.getBean(Incarnation.class).life().endedAt() != null);
        awaitSent();

        for (int partition = 0; partition < PARTITIONS; partition++) {
            var keys = records(partition).stream().map(ConsumerRecord::key).toList();
            int began = keys.lastIndexOf("reannouncement-began");
            int ended = keys.lastIndexOf("reannouncement-ended");
            assertThat(ended).isEqualTo(keys.size() - 1).isGreaterThan(began);
            assertThat(new java.util.TreeSet<>(keys.subList(began + 1, ended)))
                    .isEqualTo(new java.util.TreeSet<>(keys.subList(0, began)));
        }
        var frame = records(0).getLast();
        assertThat(header(frame, "ce_version")).isEqualTo("1-" + number);
        assertThat(new String(frame.value(), StandardCharsets.UTF_8))
                .contains("\"partition\":0", "\"partitions\":3", "\"number\":" + number);
    }

    private void start() {
        service =
                TestService.start(
                        url,
                        "one",
                        Map.of("haicap.orgcopy.feed", "false", "things", topic),
                        Things.class);
    }

    private JdbcTemplate jdbc() {
        return service.getBean(JdbcTemplate.class);
    }

    private void change(String id) {
        service.getBean(Writes.class)
                .run(
                        Locks.on(id),
                        () -> {
                            long version =
                                    jdbc().queryForObject(
                                                    """
                                                    INSERT INTO thing (id, version) VALUES (?, 1)
                                                    ON CONFLICT (id) DO UPDATE
                                                    SET version = thing.version + 1
                                                    RETURNING version
                                                    """,
                                                    Long.class,
                                                    id);
                            service.getBean(Outbox.class).append(announcement(topic, id, version));
                            return version;
                        });
    }

    private void awaitSent() {
        await().until(() -> service.getBean(RelayProgress.class).unsent() == 0);
    }

    private List<Version> versions(String id) {
        return IntStream.range(0, PARTITIONS)
                .boxed()
                .flatMap(partition -> records(partition).stream())
                .filter(record -> record.key().equals(id))
                .map(record -> Version.parse(header(record, "ce_version")))
                .toList();
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private List<ConsumerRecord<String, byte[]>> records(int number) {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", TestKafka.bootstrap()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            var partition = new TopicPartition(topic, number);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }
}
