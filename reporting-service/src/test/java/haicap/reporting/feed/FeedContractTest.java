package haicap.reporting.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import haicap.reporting.testing.City;
import haicap.reporting.testing.Events;
import haicap.reporting.testing.Reporting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the feed tells other systems has the form that was promised. */
class FeedContractTest {

    private static final Path CONTRACTS = Path.of("..", "contracts", "haicap.feed.v1");

    private final Schema schema = schema();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FeedRecorded.json",
                "FeedRecorded.activity.json",
                "FeedRecorded.alert.json"
            })
    void theExampleKeepsTheSchema(String example) throws IOException {
        assertThat(schema.validate(Files.readString(CONTRACTS.resolve(example)), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void everythingToldKeepsTheSchemaAndIsVersionedByItsPosition() {
        var reporting = Reporting.shared();
        var id = "cr-" + UUID.randomUUID();
        var now = reporting.clock().instant();
        Events.send(Events.crimeReport("Received", id, 1, City.BA_DINH, now, null));
        await().atMost(Duration.ofSeconds(20)).until(() -> announced(reporting, id).size() == 1);
        var bodies =
                reporting
                        .jdbc()
                        .queryForList(
                                "SELECT body FROM outbox WHERE topic = 'haicap.feed.v1'",
                                String.class);
        assertThat(bodies).allMatch(body -> schema.validate(body, InputFormat.JSON).isEmpty());
        assertThat(announced(reporting, id)).containsExactly(true);
    }

    private static List<Boolean> announced(Reporting reporting, String file) {
        return reporting
                .jdbc()
                .queryForList(
                        """
                        SELECT version = body::jsonb -> 'state' ->> 'position'
                        FROM outbox
                        WHERE body::jsonb -> 'state' -> 'data' ->> 'subject' = ?
                        """,
                        Boolean.class,
                        file);
    }

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(
                            Files.readString(CONTRACTS.resolve("FeedRecorded.schema.json")),
                            InputFormat.JSON);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
