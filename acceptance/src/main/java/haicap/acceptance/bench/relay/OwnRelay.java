package haicap.acceptance.bench.relay;

import static java.util.Map.entry;

import haicap.acceptance.system.DatabaseServer;
import haicap.acceptance.system.RunningSystem;
import haicap.platform.Platform;
import haicap.platform.events.OutboundEvent;
import haicap.platform.outbox.Outbox;
import haicap.platform.outbox.Relays;
import haicap.platform.outbox.Topic;
import haicap.platform.writes.Locks;
import haicap.platform.writes.Writes;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** Ours: a service that is nothing but the platform, in this process. */
final class OwnRelay implements Contestant {

    private static final String DATABASE = "bench_relay";
    private static final String TOPIC = "bench.relay";

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
                "org.springframework.modulith.events.config.EventPublicationAutoConfiguration",
                "org.springframework.modulith.events.config.EventExternalizationAutoConfiguration",
                "org.springframework.modulith.events.jdbc.JdbcEventPublicationAutoConfiguration"
            })
    @Import(Platform.class)
    static class Service {

        @Bean
        Topic topic() {
            return Topic.of(TOPIC, 3);
        }
    }

    private final DatabaseServer server;
    private final ConfigurableApplicationContext context;
    private final JdbcTemplate jdbc;
    private final Aggregates aggregates;
    private final Writes writes;
    private final Outbox outbox;
    private final Relays relay;

    private OwnRelay(DatabaseServer server, ConfigurableApplicationContext context) {
        this.server = server;
        this.context = context;
        this.jdbc = context.getBean(JdbcTemplate.class);
        this.aggregates = new Aggregates(jdbc);
        this.writes = context.getBean(Writes.class);
        this.outbox = context.getBean(Outbox.class);
        this.relay = context.getBean(Relays.class);
    }

    static OwnRelay on(RunningSystem system) throws SQLException {
        var server = system.postgres();
        server.create(DATABASE);
        var properties =
                Map.<String, Object>ofEntries(
                        entry("spring.config.import", "classpath:haicap-platform.yaml"),
                        entry("haicap.service", "bench"),
                        entry("haicap.database", DATABASE),
                        entry("haicap.instance", "bench"),
                        entry("haicap.kafka", system.kafka()),
                        entry("spring.datasource.url", server.url(DATABASE)),
                        entry("spring.datasource.username", DatabaseServer.USER),
                        entry("spring.datasource.password", server.password()),
                        entry("haicap.peers.client-secret", server.password()),
                        entry("management.server.port", 0),
                        entry("server.port", 0));
        var arguments =
                properties.entrySet().stream()
                        .map(property ->
                                "--%s=%s".formatted(property.getKey(), property.getValue()))
                        .toArray(String[]::new);
        return new OwnRelay(
                server, new SpringApplicationBuilder(Service.class).build().run(arguments));
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public long write(String aggregate) {
        return writes.run(
                Locks.on(aggregate),
                () -> {
                    var version = aggregates.change(aggregate);
                    outbox.append(announcement(aggregate, version));
                    return version;
                });
    }

    private static OutboundEvent announcement(String aggregate, long version) {
        return new OutboundEvent(
                TOPIC,
                aggregate,
                "Aggregate",
                "haicap.bench.Changed.v1",
                "hanoi",
                version,
                Instant.now(),
                null,
                Map.of("payload", Aggregates.PAYLOAD));
    }

    @Override
    public void pile(int rows) {
        relay.stop();
        aggregates.pile(
                """
                INSERT INTO outbox
                    (incarnation, topic, key, aggregate, type, unit, version, at, traceparent, body)
                SELECT 1, 'bench.relay', ? || n % 1000, 'Aggregate', 'haicap.bench.Changed.v1', 'hanoi',
                       '1-' || n / 1000 + 1, now(),
                       '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
                       '{"happened":null,"state":{"payload":"' || repeat('x', 400) || '"}}'
                FROM generate_series(?, ?) n
                """,
                rows);
    }

    @Override
    public void drain() {
        relay.start();
    }

    /** The loop's rows are ours: it reads what {@link #pile} has left for the relay. */
    BareLoop loop() {
        return new BareLoop(jdbc);
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
