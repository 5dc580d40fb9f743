package haicap.acceptance.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas of a document as one that validates has them: formats are asserted, and an object has
 * no other fields than those that are described, unless it says so.
 */
final class Schemas {

    private static final String ADDRESS = "https://haicap.test/schemas";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final SchemaRegistry registry;

    Schemas(JsonNode document) {
        var all = JSON.createObjectNode().put("$id", ADDRESS);
        all.set("$defs", document.at("/components/schemas"));
        this.registry =
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder ->
                                builder.schemas(Map.of(ADDRESS, closed(all).toString()))
                                        .schemaRegistryConfig(
                                                SchemaRegistryConfig.builder()
                                                        .formatAssertionsEnabled(true)
                                                        .build()));
    }

    /** One that stands in the document, compiled. */
    Schema compiled(JsonNode schema) {
        return registry.getSchema(closed(schema));
    }

    private static JsonNode closed(JsonNode schema) {
        var copy =
                JSON.readTree(
                        schema.toString()
                                .replace("\"#/components/schemas/", "\"" + ADDRESS + "#/$defs/"));
        close(copy);
        return copy;
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(Schemas::close);
    }
}
