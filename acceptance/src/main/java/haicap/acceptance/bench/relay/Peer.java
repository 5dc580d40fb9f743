package haicap.acceptance.bench.relay;

import haicap.acceptance.bench.floor.BrokerTopics;
import haicap.acceptance.system.DatabaseServer;
import haicap.acceptance.system.RunningSystem;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.modulith.events.EventExternalizationConfiguration;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.modulith.events.RoutingTarget;
import org.springframework.modulith.events.support.DelegatingEventExternalizer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring Modulith's event publication registry with one externalizer to the same broker. */
final class Peer implements Contestant {

    private static final String DATABASE = "bench_peer";
    private static final String TOPIC = "bench.peer";

    /** What happened to an aggregate. */
    record Changed(String aggregate, long version, String payload) {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            exclude = {KafkaAutoConfiguration.class, FlywayAutoConfiguration.class})
    static class Service {

        @Bean
        EventExternalizationConfiguration externalized() {
            return EventExternalizationConfiguration.externalizing()
                    .select(Changed.class::isInstance)
                    .route(
                            Changed.class,
                            changed -> RoutingTarget.forTarget(TOPIC).andKey(changed.aggregate()))
                    .build();
        }

        /** As ours is configured, except that a batch is what comes together in time. */
        @Bean
        KafkaProducer<String, String> producer(@Value("${haicap.kafka}") String bootstrap) {
            return new KafkaProducer<>(
                    Map.of(
                            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            bootstrap,
                            ProducerConfig.ACKS_CONFIG,
                            "all",
                            ProducerConfig.LINGER_MS_CONFIG,
                            0,
                            ProducerConfig.BATCH_SIZE_CONFIG,
                            256 * 1024),
                    new StringSerializer(),
                    new StringSerializer());
        }

        @Bean
        DelegatingEventExternalizer externalizer(
                EventExternalizationConfiguration externalized,
                KafkaProducer<String, String> producer) {
            return new DelegatingEventExternalizer(
                    externalized, (target, payload) -> send(producer, (Changed) payload));
        }

        private static CompletableFuture<?> send(
                KafkaProducer<String, String> producer, Changed changed) {
            var body = "{\"happened\":null,\"state\":{\"payload\":\"%s\"}}";
            var record =
                    new ProducerRecord<>(
                            TOPIC, changed.aggregate(), body.formatted(changed.payload()));
            var version = ("1-" + changed.version()).getBytes(StandardCharsets.UTF_8);
            record.headers().add("ce_version", version);
            var sent = new CompletableFuture<Void>();
            producer.send(
                    record,
                    (metadata, error) -> {
                        if (error == null) {
                            sent.complete(null);
                        } else {
                            sent.completeExceptionally(error);
                        }
                    });
            return sent;
        }
    }

    private record Example(String listener, String type) {}

    private final DatabaseServer server;
    private final ConfigurableApplicationContext context;
    private final JdbcTemplate jdbc;
    private final Aggregates aggregates;
    private final TransactionTemplate transaction;

    private Peer(DatabaseServer server, ConfigurableApplicationContext context) {
        this.server = server;
        this.context = context;
        this.jdbc = context.getBean(JdbcTemplate.class);
        this.aggregates = new Aggregates(jdbc);
        this.transaction =
                new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    static Peer on(RunningSystem system) throws SQLException {
        BrokerTopics.recreate(system.kafka(), TOPIC);
        var server = system.postgres();
        server.create(DATABASE);
        var application =
                new SpringApplicationBuilder(Service.class).web(WebApplicationType.NONE).build();
        return new Peer(
                server,
                application.run(
                        "--haicap.kafka=" + system.kafka(),
                        "--spring.datasource.url=" + server.url(DATABASE),
                        "--spring.datasource.username=" + DatabaseServer.USER,
                        "--spring.datasource.password=" + server.password(),
                        "--spring.datasource.hikari.maximum-pool-size=12",
                        "--spring.modulith.events.jdbc.schema-initialization.enabled=true"));
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public long write(String aggregate) {
        return Objects.requireNonNull(
                transaction.execute(status -> {
                    var version = aggregates.change(aggregate);
                    context.publishEvent(new Changed(aggregate, version, Aggregates.PAYLOAD));
                    return version;
                }));
    }

    @Override
    public void pile(int rows) {
        var example = example();
        jdbc.update("DELETE FROM event_publication WHERE completion_date IS NOT NULL");
        aggregates.pile(
                """
                INSERT INTO event_publication
                    (id, listener_id, event_type, serialized_event, publication_date,
                     status, completion_attempts, last_resubmission_date)
                SELECT gen_random_uuid(), '%s', '%s',
                       format('{"aggregate":"%%s","version":%%s,"payload":"%%s"}',
                              ? || n %% 1000, n / 1000 + 1, repeat('x', 400)),
                       past, 'PUBLISHED', 1, past
                FROM generate_series(?, ?) n, (SELECT now() - interval '1 hour' AS past) p
                """
                        .formatted(example.listener(), example.type()),
                rows);
    }

    /** One event that went the usual way shows how it is recorded. */
    private Example example() {
        write(Aggregates.id(0));
        return jdbc.query(
                        "SELECT listener_id, event_type FROM event_publication LIMIT 1",
                        (rs, row) -> new Example(rs.getString(1), rs.getString(2)))
                .getFirst();
    }

    @Override
    public void drain() {
        context.getBean(IncompleteEventPublications.class)
                .resubmitIncompletePublicationsOlderThan(Duration.ofMinutes(1));
    }

    @Override
    public void close() {
        context.close();
        try {
            server.drop(DATABASE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
