package haicap.platform.events;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The public state of a file as it is stored, hashed and compared, by its source and by whoever
 * hears of it: without its id, which is its key, and without its unit, which a restructuring
 * changes; null is absent. As JSON text that a table can hold.
 */
public final class PublicState {

    private static final List<String> BESIDE = List.of("id", "unitId");

    private PublicState() {}

    /** A state as its source tells it. */
    public static ObjectNode tree(Object state) {
        return (ObjectNode) EventJson.tree(state);
    }

    /** Of the state that its source tells. */
    public static String of(Object state) {
        return of(tree(state));
    }

    /** Of the state as a tree; changes it. */
    public static String of(ObjectNode state) {
        clean(state);
        return state.remove(BESIDE).toString();
    }

    /** Whether two of them say the same. */
    public static boolean areEqual(String one, String other) {
        return EventJson.read(one, JsonNode.class).equals(EventJson.read(other, JsonNode.class));
    }

    private static void clean(JsonNode node) {
        switch (node) {
            case ObjectNode object -> {
                object.properties().removeIf(property -> property.getValue().isNull());
                object.propertyNames().forEach(Storable::text);
                object.forEach(PublicState::clean);
            }
            case ArrayNode array -> array.forEach(PublicState::clean);
            case StringNode text -> Storable.text(text.stringValue());
            default -> {}
        }
    }
}
