package haicap.platform.orgcopy;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.platform.events.InboundEvent;
import haicap.platform.testing.TestEvents;
import haicap.platform.testing.TestPostgres;
import haicap.platform.testing.TestService;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

class OrganisationEventConsumerTest {

    private static final String POST =
            """
            {"id": "%s", "unitId": "00004-20250701", "title": "DUTY", "validFrom": "2025-07-01"}
            """;

    private static ConfigurableApplicationContext service;
    private static OrganisationEventConsumer feed;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void start() {
        service =
                TestService.start(
                        TestPostgres.database(), "one", Map.of("haicap.orgcopy.feed", "false"));
        jdbc = service.getBean(JdbcTemplate.class);
        feed = new OrganisationEventConsumer(jdbc);
    }

    @BeforeEach
    void empty() {
        jdbc.execute("TRUNCATE org_post");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** What a later version of org-structure may tell of posts is not a post. */
    @Test
    void anEventIsReadByItsExactAggregateAndNotByTheBeginningOfAName() {
        feed.apply(
                List.of(
                        event("PostRequirement", "PostRequirementSet", "required", POST),
                        event("Post", "PostEstablished", "established", POST)));

        assertThat(jdbc.queryForList("SELECT id FROM org_post", String.class))
                .containsExactly("established");
    }

    @Test
    void whatAnOlderIncarnationNamedIsGivenUpAndTheNewerStays() {
        feed.apply(
                List.of(
                        event("Post", "PostEstablished", "of-before", POST),
                        event("Post", "PostEstablished", "of-now", POST, "2-1")));
        long generation = generation();

        assertThat(feed.retire("haicap.org.v1", 2, 100)).isPositive();
        assertThat(feed.retire("haicap.org.v1", 2, 100)).isZero();

        assertThat(jdbc.queryForList("SELECT id FROM org_post", String.class))
                .containsExactly("of-now");
        assertThat(generation()).isGreaterThan(generation);
    }

    /** Until everything has been named anew, decisions ask org-structure itself. */
    @Test
    void aCopyThatHasMissedSomethingIsStaleThoughHeartbeatsArrive() {
        jdbc.update("UPDATE org_copy SET heartbeat_at = now()");
        var tables = service.getBean(OrganisationTables.class);
        var organisation = new Organisation(tables);
        assertThat(organisation.isStale()).isFalse();

        jdbc.update(
                """
                INSERT INTO inbox_gap (feed, topic, partition, reason, known)
                VALUES ('orgcopy', 'haicap.org.v1', 0, 'TAIL_LOST', 0)
                """);
        organisation.look();
        assertThat(organisation.isStale()).isTrue();

        jdbc.update("DELETE FROM inbox_gap");
        organisation.look();
        assertThat(organisation.isStale()).isFalse();
    }

    private static long generation() {
        return jdbc.queryForObject("SELECT generation FROM org_copy", Long.class);
    }

    private static InboundEvent event(String aggregate, String name, String id, String state) {
        return event(aggregate, name, id, state, "1-1");
    }

    private static InboundEvent event(
            String aggregate, String name, String id, String state, String version) {
        var body = "{\"happened\": {}, \"state\": %s}".formatted(state.formatted(id));
        var record =
                new ConsumerRecord<>(
                        "haicap.org.v1", 0, 0, TestEvents.bytes(id), TestEvents.bytes(body));
        TestEvents.headers(id, "00004-20250701", version).forEach(record.headers()::add);
        record.headers().add("ce_aggregate", TestEvents.bytes(aggregate));
        record.headers().add("ce_type", TestEvents.bytes("haicap.org." + name + ".v1"));
        return InboundEvent.of(record);
    }
}
