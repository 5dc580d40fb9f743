package haicap.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import haicap.platform.events.OutboundEvent;
import haicap.platform.outbox.AnnouncedKind;
import haicap.platform.outbox.Outbox;
import haicap.platform.outbox.Topic;
import haicap.platform.testing.TestEvents;
import haicap.platform.testing.TestPostgres;
import haicap.platform.testing.TestService;
import haicap.platform.testing.TestTokens;
import haicap.platform.writes.Locks;
import haicap.platform.writes.Writes;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** The owner of a topic and a feed that hears it, as both are in service. */
class OwnerTest {

    private static final String TOPIC = "owned-test";
    private static final Duration SOON = Duration.ofSeconds(40);

    /** Things of the owner. */
    static class Things {

        @Bean
        Topic things() {
            return Topic.of(TOPIC, 3);
        }

        @Bean
        AnnouncedKind announcedThings(JdbcTemplate jdbc) {
            var version = "SELECT version FROM thing WHERE id = ?";
            return AnnouncedKind.of(
                    "Thing",
                    TOPIC,
                    "thing",
                    id -> thing(id, jdbc.queryForObject(version, Long.class, id)));
        }
    }

    /** Hears the owner. */
    static class Hearing extends HoldingFeed {

        Hearing(JdbcTemplate jdbc) {
            super(jdbc);
        }

        @Override
        public Set<Subscription> subscriptions() {
            return Set.of(new Subscription(OwnerTest.TOPIC, "owner"));
        }
    }

    private static HttpServer tokens;
    private static ConfigurableApplicationContext owner;
    private static ConfigurableApplicationContext hearer;

    private static OutboundEvent thing(String id, long version) {
        return new OutboundEvent(
                TOPIC,
                id,
                "Thing",
                "haicap.test.ThingChanged.v1",
                "u",
                version,
                Instant.now(),
                null,
                Map.of());
    }

    @BeforeAll
    static void start() throws IOException {
        owner =
                TestService.start(
                        TestPostgres.database(),
                        "owner",
                        Map.of("haicap.orgcopy.feed", "false"),
                        Things.class);
        jdbc(owner).execute("CREATE TABLE thing (id text PRIMARY KEY, version bigint NOT NULL)");
        tokens = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        var token = TestTokens.system("service-hearer", "internal.reannouncement");
        tokens.createContext(
                "/",
                exchange -> {
                    var answer =
                            TestEvents.bytes(
                                    "{\"access_token\":\"%s\",\"expires_in\":300}"
                                            .formatted(token));
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        tokens.start();
        hearer =
                TestService.start(
                        TestPostgres.database(),
                        "hearer",
                        Map.of(
                                "haicap.orgcopy.feed", "false",
                                "haicap.service", "hearer",
                                "haicap.peers.token-uri",
                                        "http://127.0.0.1:" + tokens.getAddress().getPort(),
                                "haicap.peers.client-secret", "drawn-for-this-test",
                                "haicap.peers.urls.owner", address("")),
                        Hearing.class);
    }

    @AfterAll
    static void stop() {
        hearer.close();
        owner.close();
        tokens.stop(0);
    }

    @Test
    void aGapIsAskedForAndClosedByTheOwnersOwnReannouncement() {
        change("a", "b", "c", "d");
        await().atMost(SOON).until(() -> held().size() >= 4);
        jdbc(hearer).update("DELETE FROM held WHERE key IN ('b', 'c')");
        for (int partition = 0; partition < 3; partition++) {
            jdbc(hearer)
                    .update(
                            """
                            INSERT INTO inbox_gap (feed, topic, partition, reason, known)
                            VALUES ('holding', ?, ?, 'TAIL_LOST', 0)
                            """,
                            TOPIC,
                            partition);
        }

        await().atMost(SOON).until(() -> hearer.getBean(Inbox.class).gaps().isEmpty());
        assertThat(held()).contains("a", "b", "c", "d");
    }

    @Test
    void whatTheOwnerNoLongerHasInANewLifeIsRetired() throws Exception {
        change("kept-1", "kept-2", "gone-1", "gone-2", "gone-3");
        await().atMost(SOON).until(() -> held().contains("gone-3"));
        jdbc(owner).update("DELETE FROM thing WHERE id LIKE 'gone-%'");

        raiseIncarnation();

        await().atMost(SOON).until(() -> held().stream().noneMatch(key -> key.startsWith("gone-")));
        assertThat(held()).contains("kept-1", "kept-2");
    }

    private static void raiseIncarnation() throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(address("/api/v1/test/incarnation")))
                        .header(
                                "Authorization",
                                "Bearer " + TestTokens.system("operator", "operations"))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"reason\": \"restored\"}"));
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        }
    }

    private static void change(String... ids) {
        for (var id : ids) {
            owner.getBean(Writes.class)
                    .run(
                            Locks.on(id),
                            () -> {
                                long version =
                                        jdbc(owner)
                                                .queryForObject(
                                                        """
                                                        INSERT INTO thing AS t (id, version)
                                                        VALUES (?, 1)
                                                        ON CONFLICT (id) DO UPDATE
                                                        SET version = t.version + 1
                                                        RETURNING version
                                                        """,
                                                        Long.class,
                                                        id);
                                return owner.getBean(Outbox.class).append(thing(id, version));
                            });
        }
    }

    private static List<String> held() {
        return jdbc(hearer).queryForList("SELECT key FROM held", String.class);
    }

    private static String address(String path) {
        var port = ((WebServerApplicationContext) owner).getWebServer().getPort();
        return "http://127.0.0.1:" + port + path;
    }

    private static JdbcTemplate jdbc(ConfigurableApplicationContext service) {
        return service.getBean(JdbcTemplate.class);
    }
}
