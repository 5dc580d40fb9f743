package haicap.platform.broker;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Leaves its group when it is closed, also as a static member: whoever takes its place at once may
 * bear another name. Also a thread that was interrupted says goodbye.
 */
final class LeavingConsumer<K, V> extends KafkaConsumer<K, V> {

    private static final CloseOptions LEAVE =
            CloseOptions.timeout(Duration.ofSeconds(2))
                    .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP);

    private final Runnable left;
    private boolean closed;

    LeavingConsumer(
            Map<String, Object> settings,
            Deserializer<K> keys,
            Deserializer<V> values,
            Runnable left) {
        super(settings, keys, values);
        this.left = left;
    }

    @Override
    public void close() {
        var interrupted = Thread.interrupted();
        try {
            close(LEAVE);
        } finally {
            if (!closed) {
                closed = true;
                left.run();
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
