package haicap.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.platform.events.OutboundEvent;
import haicap.platform.events.Version;
import haicap.platform.testing.TestKafka;
import haicap.platform.testing.TestPostgres;
import haicap.platform.testing.TestService;
import haicap.platform.writes.Locks;
import haicap.platform.writes.Writes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The rule that everything else stands on: many writers on few aggregates, some slow, some over
 * several aggregates, and a consumer sees every aggregate's versions rise by one. Broken on
 * purpose, the same run shows it.
 */
class OutboxOrderTest {

    private static final int WRITERS = 12;
    private static final int AGGREGATES = 3;
    private static final int WRITES_EACH = 60;

    private final long seed = System.nanoTime();
    private final String topic = "order-" + UUID.randomUUID();
    private ConfigurableApplicationContext service;
    private JdbcTemplate jdbc;

    @BeforeEach
    void start() {
        System.out.println("seed " + seed);
        TestKafka.createTopic(topic, 3);
        service =
                TestService.start(
                        TestPostgres.database(),
                        "one",
                        Map.of(
                                "haicap.orgcopy.feed",
                                "false",
                                "spring.datasource.hikari.maximum-pool-size",
                                20));
        jdbc = service.getBean(JdbcTemplate.class);
        jdbc.execute("CREATE TABLE aggregate (id text PRIMARY KEY, version bigint NOT NULL)");
        for (int i = 0; i < AGGREGATES; i++) {
            jdbc.update("INSERT INTO aggregate VALUES (?, 0)", "a" + i);
        }
    }

    @AfterEach
    void stop() {
        service.close();
    }

    /** How a writer takes what it is going to change. */
    interface Discipline {
        void write(List<String> aggregates, Runnable change);
    }

    @Test
    void versionsRiseByOneUnderTheLockFirstRule() throws Exception {
        var writes = service.getBean(Writes.class);
        var seen =
                runWriters((aggregates, change) ->
                        writes.run(
                                Locks.on(aggregates),
                                () -> {
                                    change.run();
                                    return true;
                                }));
        assertThat(inversions(seen)).isEmpty();
    }

    @Test
    void rowLocksInvertTheOrder() throws Exception {
        var seen =
                runWriters((aggregates, change) ->
                        inPlainTransaction(() -> {
                            for (var id : aggregates) {
                                jdbc.queryForList(
                                        "SELECT 1 FROM aggregate WHERE id = ? FOR UPDATE", id);
                            }
                            change.run();
                        }));
        assertThat(inversions(seen)).isNotEmpty();
    }

    @Test
    void anInsertBeforeTheLockInvertsTheOrder() throws Exception {
        jdbc.execute("CREATE TABLE note (text text)");
        var seen =
                runWriters((aggregates, change) ->
                        inPlainTransaction(() -> {
                            jdbc.update("INSERT INTO note VALUES ('early')");
                            for (var id : new TreeSet<>(aggregates)) {
                                jdbc.query(
                                        "SELECT pg_advisory_xact_lock(hashtext(?))", rs -> {}, id);
                            }
                            change.run();
                        }));
        assertThat(inversions(seen)).isNotEmpty();
    }

    @Test
    void transactionIdsAreOrderedAsNumbers() {
        for (var xid : List.of("1000", "999", "99")) {
            jdbc.update(
                    """
                    INSERT INTO outbox (incarnation, xid, topic, key, aggregate, type, unit, version, at,
                                        traceparent, body)
                    VALUES (1, ?::xid8, ?, 'k', 'a', 't', 'u', '1-1', now(), '', '{"state": {}}')
                    """,
                    xid,
                    topic);
        }
        assertThat(service.getBean(OutboxRows.class).after(OutboxRow.Position.START, 10))
                .extracting(row -> row.position().xid())
                .containsExactly("99", "999", "1000");
    }

    private void inPlainTransaction(Runnable work) {
        new org.springframework.transaction.support.TransactionTemplate(
                        service.getBean(
                                org.springframework.transaction.PlatformTransactionManager.class))
                .executeWithoutResult(status -> work.run());
    }

    private Map<String, List<Version>> runWriters(Discipline discipline) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running =
                    IntStream.range(0, WRITERS)
                            .mapToObj(w -> threads.submit(() -> write(w, discipline)))
                            .toList();
            for (var writer : running) {
                writer.get();
            }
        }
        int expected = jdbc.queryForObject("SELECT sum(version) FROM aggregate", Integer.class);
        assertThat(expected).isGreaterThanOrEqualTo(WRITERS * WRITES_EACH);
        return consume(expected);
    }

    private Void write(int writer, Discipline discipline) {
        var random = new Random(seed + writer);
        var outbox = service.getBean(Outbox.class);
        for (int i = 0; i < WRITES_EACH; i++) {
            var aggregates = someOf(random);
            boolean slow = random.nextInt(10) == 0;
            discipline.write(aggregates, () -> change(aggregates, slow, outbox));
        }
        return null;
    }

    private static List<String> someOf(Random random) {
        var ids = new TreeSet<String>();
        ids.add("a" + random.nextInt(AGGREGATES));
        if (random.nextInt(3) == 0) {
            ids.add("a" + random.nextInt(AGGREGATES));
        }
        return List.copyOf(ids);
    }

    private void change(List<String> aggregates, boolean slow, Outbox outbox) {
        for (var id : aggregates) {
            long version =
                    jdbc.queryForObject(
                            "UPDATE aggregate SET version = version + 1 WHERE id = ? RETURNING version",
                            Long.class,
                            id);
            outbox.append(
                    new OutboundEvent(
                            topic,
                            id,
                            "Thing",
                            "haicap.test.Changed.v1",
                            "u",
                            version,
                            Instant.now(),
                            null,
                            Map.of()));
        }
        if (slow) {
            LockSupport.parkNanos(Duration.ofMillis(15).toNanos());
        }
    }

    private Map<String, List<Version>> consume(int expected) {
        var seen = new java.util.HashMap<String, List<Version>>();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.bootstrap()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            var partitions =
                    IntStream.range(0, 3).mapToObj(p -> new TopicPartition(topic, p)).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            int count = 0;
            var deadline = Instant.now().plusSeconds(30);
            while (count < expected && Instant.now().isBefore(deadline)) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    var version = new String(record.headers().lastHeader("ce_version").value());
                    seen.computeIfAbsent(record.key(), k -> new ArrayList<>())
                            .add(Version.parse(version));
                    count++;
                }
            }
            assertThat(count).as(this::whatWaits).isEqualTo(expected);
        }
        return seen;
    }

    private String whatWaits() {
        return "%s; unsent %s; transactions %s"
                .formatted(
                        jdbc.queryForList("SELECT * FROM relay_position"),
                        jdbc.queryForList(
                                """
                                SELECT count(*), min(o.xid::text), pg_current_snapshot()::text
                                FROM outbox o, relay_position p
                                WHERE (o.incarnation, o.xid, o.id) > (p.incarnation, p.xid, p.id)
                                """),
                        jdbc.queryForList(
                                """
                                SELECT datname, application_name, backend_xid, state, query
                                FROM pg_stat_activity
                                WHERE backend_xid IS NOT NULL
                                """));
    }

    private static List<String> inversions(Map<String, List<Version>> seen) {
        var inversions = new ArrayList<String>();
        seen.forEach((id, versions) -> {
            for (int i = 0; i < versions.size(); i++) {
                if (versions.get(i).counter() != i + 1) {
                    inversions.add(id + ": place " + (i + 1) + " has " + versions.get(i));
                    return;
                }
            }
        });
        return inversions;
    }
}
