package haicap.platform.outbox;

import java.util.Map;

/**
 * A topic that this service owns: declared as a bean, made at the first start that finds the
 * broker, and verified at each.
 *
 * @param partitions order holds within one; an aggregate stays in its own
 * @param settings of Kafka that differ from {@link Topics}' own
 */
public record Topic(String name, int partitions, Map<String, String> settings) {

    /** A topic whose every record is kept for ever. */
    public static Topic of(String name, int partitions) {
        return new Topic(name, partitions, Map.of());
    }
}
