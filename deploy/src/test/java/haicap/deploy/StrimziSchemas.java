package haicap.deploy;

import static haicap.deploy.Manifests.elements;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The schemas of Strimzi's objects, made by its own generator and closed: what they do not name is
 * a mistake.
 */
final class StrimziSchemas {

    private static final List<Class<?>> KINDS =
            List.of(Kafka.class, KafkaNodePool.class, KafkaTopic.class, KafkaUser.class);
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final Map<String, Schema> byKind = new HashMap<>();

    StrimziSchemas() throws IOException {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        var folder = Files.createDirectories(Path.of("target/strimzi"));
        generate(folder);
        for (var kind : KINDS) {
            var file = folder.resolve(kind.getSimpleName() + ".yaml");
            var version =
                    elements(YAML.readTree(file.toFile()).at("/spec/versions"))
                            .filter(each -> each.path("name").asText().equals("v1"))
                            .findFirst()
                            .orElseThrow();
            var schema = (ObjectNode) version.at("/schema/openAPIV3Schema");
            close(schema);
            byKind.put(
                    kind.getSimpleName(), registry.getSchema(schema.toString(), InputFormat.JSON));
        }
    }

    /** A process of its own: the generator is a program. */
    private static void generate(Path folder) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command =
                new ArrayList<>(
                        List.of(
                                java,
                                "-cp",
                                System.getProperty("java.class.path"),
                                "io.strimzi.crdgenerator.CrdGenerator",
                                "--yaml"));
        KINDS.forEach(kind ->
                command.add(kind.getName() + "=" + folder.resolve(kind.getSimpleName() + ".yaml")));
        var ran = Ran.in(Path.of("."), command);
        if (ran.code() != 0) {
            throw new IllegalStateException(ran.said() + ran.complaints());
        }
    }

    boolean know(JsonNode object) {
        return object.path("apiVersion").asText().startsWith("kafka.strimzi.io/");
    }

    List<String> violations(JsonNode object) {
        var schema = byKind.get(object.path("kind").asText());
        if (schema == null || !object.path("apiVersion").asText().equals("kafka.strimzi.io/v1")) {
            return List.of(
                    "no such kind: " + object.path("apiVersion") + " " + object.path("kind"));
        }
        return schema.validate(object.toString(), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")
                && !object.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
            object.put("additionalProperties", false);
        }
        node.forEach(StrimziSchemas::close);
    }
}
