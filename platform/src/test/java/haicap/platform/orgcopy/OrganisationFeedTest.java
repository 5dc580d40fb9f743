package haicap.platform.orgcopy;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.platform.events.Received;
import haicap.platform.testing.TestEvents;
import haicap.platform.testing.TestPostgres;
import haicap.platform.testing.TestService;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

class OrganisationFeedTest {

    private static final String POST =
            """
            {"id": "%s", "unitId": "00004-20250701", "title": "DUTY", "validFrom": "2025-07-01"}
            """;

    private static ConfigurableApplicationContext service;
    private static OrganisationFeed feed;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void start() {
        service =
                TestService.start(
                        TestPostgres.database(), "one", Map.of("haicap.orgcopy.feed", "false"));
        jdbc = service.getBean(JdbcTemplate.class);
        feed = new OrganisationFeed(jdbc);
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

    private static Received event(String aggregate, String name, String id, String state) {
        var body = "{\"happened\": {}, \"state\": %s}".formatted(state.formatted(id));
        var record = new ConsumerRecord<>("haicap.org.v1", 0, 0, id, TestEvents.bytes(body));
        TestEvents.headers(id, "00004-20250701", "1-1").forEach(record.headers()::add);
        record.headers().add("ce_aggregate", TestEvents.bytes(aggregate));
        record.headers().add("ce_type", TestEvents.bytes("haicap.org." + name + ".v1"));
        return Received.of(record);
    }
}
