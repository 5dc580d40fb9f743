package haicap.reporting.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import haicap.platform.outbox.OutboxRow;
import haicap.platform.outbox.OutboxRow.Position;
import haicap.platform.trace.Trace;
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
        await().atMost(Duration.ofSeconds(20)).until(() -> told(reporting, id).size() == 1);
        var trace = Trace.of(Events.TRACEPARENT).traceId();

        assertThat(told(reporting, ""))
                .allMatch(row -> schema.validate(row.body(), InputFormat.JSON).isEmpty())
                .allMatch(
                        row -> row.body().contains("\"position\":\"%s\"".formatted(row.version())));
        assertThat(told(reporting, id))
                .as("leads back to the request that caused it")
                .allMatch(row -> Trace.of(row.traceparent()).traceId().equals(trace));
    }

    private static List<OutboxRow> told(Reporting reporting, String word) {
        return reporting.bean(FeedOutbox.class).after(Position.START, 100_000).stream()
                .filter(row -> row.body().contains(word))
                .toList();
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
