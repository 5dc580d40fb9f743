package haicap.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import haicap.org.events.OrgNews;
import haicap.org.events.RecordsTopic;
import haicap.platform.outbox.Incarnation;
import haicap.platform.outbox.Reannouncements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is told has the form that was promised, and the promise lies open as an example. */
class ContractsTest {

    private static final Path CONTRACTS = Path.of("..", "contracts");
    private static final JsonMapper JSON = JsonMapper.shared();

    private record Told(String aggregate, String type, String body) {}

    private static Map<String, Schema> schemas(String topic) {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        try (var files = Files.list(CONTRACTS.resolve(topic))) {
            return files.filter(file -> file.toString().endsWith(".schema.json"))
                    .collect(
                            Collectors.toMap(
                                    file ->
                                            file.getFileName()
                                                    .toString()
                                                    .replace(".schema.json", ""),
                                    file -> registry.getSchema(text(file), InputFormat.JSON)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String example(String topic, String name) {
        return text(CONTRACTS.resolve(topic).resolve(name + ".json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {OrgNews.TOPIC, RecordsTopic.NAME})
    void examplesKeepTheirSchemas(String topic) {
        schemas(topic)
                .forEach((name, schema) ->
                        assertThat(schema.validate(example(topic, name), InputFormat.JSON))
                                .as(name)
                                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {OrgNews.TOPIC, RecordsTopic.NAME})
    void everythingToldKeepsItsSchemaAndHasTheFieldsOfItsExample(String topic) {
        var service = RunningService.seeded();
        Endings.endOnce(service, "duty-00008-20250701");
        Endings.appointOnce(service, "duty-00008-20250701");
        new Transfers(service).wholeWay();
        service.bean(Reannouncements.class).request("asked for by a test");
        await().until(() -> service.bean(Incarnation.class).life().endedAt() != null);
        var schemas = schemas(topic);
        var told =
                service.sql()
                        .sql("SELECT aggregate, type, body FROM outbox WHERE topic = :topic")
                        .param("topic", topic)
                        .query(Told.class)
                        .list();
        var fieldsByName = new TreeMap<String, TreeSet<String>>();
        for (var each : told) {
            var name = each.type().split("\\.")[2];
            assertThat(name).startsWith(each.aggregate());
            assertThat(schemas).as(each.type()).containsKey(name);
            assertThat(schemas.get(name).validate(each.body(), InputFormat.JSON))
                    .as(each.body())
                    .isEmpty();
            fieldsByName
                    .computeIfAbsent(name, any -> new TreeSet<>())
                    .addAll(fields(JSON.readTree(each.body())));
        }
        assertThat(fieldsByName.keySet()).isEqualTo(schemas.keySet());
        fieldsByName.forEach((name, fields) ->
                assertThat(fields(JSON.readTree(example(topic, name)))).as(name).isEqualTo(fields));
    }

    private static TreeSet<String> fields(JsonNode body) {
        var fields = new TreeSet<String>();
        body.get("state").propertyNames().forEach(name -> fields.add("state." + name));
        if (body.get("happened").isObject()) {
            body.get("happened").propertyNames().forEach(name -> fields.add("happened." + name));
        }
        return fields;
    }
}
