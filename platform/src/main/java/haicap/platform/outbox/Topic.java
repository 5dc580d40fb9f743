package haicap.platform.outbox;

import java.util.Map;

/**
 * A topic that this service owns: declared as a bean, made at the first start that finds the
 * broker.
 *
 * @param partitions order holds within one; an aggregate stays in its own
 * @param settings of Kafka, such as {@code cleanup.policy}
 */
public record Topic(String name, int partitions, Map<String, String> settings) {

    /** A topic that is kept as the broker keeps topics. */
    public static Topic of(String name, int partitions) {
        return new Topic(name, partitions, Map.of());
    }
}
