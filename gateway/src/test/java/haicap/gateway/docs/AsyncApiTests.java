package haicap.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The AsyncAPI document: it can be read, it leads nowhere in vain, it is about what there is. */
class AsyncApiTests {

    private static final Path CONTRACTS = Path.of("..", "contracts");
    private static final List<String> PARTS_OF_A_MESSAGE =
            List.of("name", "title", "contentType", "headers", "payload");

    private final JsonNode document = read();

    @Test
    void hasWhatVersionThreeAsksFor() {
        assertThat(document.path("asyncapi").asString()).isEqualTo("3.0.0");
        assertThat(document.at("/info/title").asString()).isNotBlank();
        assertThat(document.at("/info/version").asString()).isNotBlank();
        assertThat(document.path("channels").properties())
                .allSatisfy(each ->
                        assertThat(each.getValue().path("address").asString()).isNotBlank());
        assertThat(document.path("operations").properties())
                .allSatisfy(each -> {
                    assertThat(each.getValue().path("action").asString()).isIn("send", "receive");
                    assertThat(each.getValue().at("/channel/$ref").asString())
                            .startsWith("#/channels/");
                });
        for (var message : document.at("/components/messages")) {
            PARTS_OF_A_MESSAGE.forEach(
                    part -> assertThat(message.has(part)).as(message + " has " + part).isTrue());
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        for (var reference : document.findValuesAsString("$ref")) {
            if (reference.startsWith("#")) {
                assertThat(document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse();
            } else {
                assertThat(CONTRACTS.resolve(reference)).exists();
            }
        }
    }

    @Test
    void topicsAndMessagesAreThoseOfTheContracts() throws IOException {
        assertThat(documented()).isEqualTo(kept());
    }

    private Map<String, TreeSet<String>> documented() {
        var all = new TreeMap<String, TreeSet<String>>();
        for (var channel : document.path("channels")) {
            var messages = new TreeSet<String>();
            for (var message : channel.path("messages")) {
                var schema =
                        document.at(message.path("$ref").asString().substring(1))
                                .at("/payload/schema/$ref")
                                .asString();
                assertThat(schema).startsWith("./" + channel.path("address").asString() + "/");
                messages.add(schema.substring(schema.lastIndexOf('/') + 1));
            }
            all.put(channel.path("address").asString(), messages);
        }
        return all;
    }

    private static Map<String, TreeSet<String>> kept() throws IOException {
        try (Stream<Path> files = Files.walk(CONTRACTS, 2)) {
            return files.filter(each -> each.toString().endsWith(".schema.json"))
                    .collect(
                            Collectors.groupingBy(
                                    each -> each.getParent().getFileName().toString(),
                                    TreeMap::new,
                                    Collectors.mapping(
                                            each -> each.getFileName().toString(),
                                            Collectors.toCollection(TreeSet::new))));
        }
    }

    private static JsonNode read() {
        try {
            var options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            Object loaded =
                    new Yaml(new SafeConstructor(options))
                            .load(Files.readString(CONTRACTS.resolve("asyncapi.yaml")));
            return JsonMapper.shared().valueToTree(loaded);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
