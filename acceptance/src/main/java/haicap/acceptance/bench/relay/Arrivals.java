package haicap.acceptance.bench.relay;

import haicap.acceptance.bench.floor.Receiver;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a consumer of a topic gets, when, and in which order. */
final class Arrivals implements AutoCloseable {

    private final Map<String, Long> nanosByEvent = new ConcurrentHashMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private final Receiver receiver;
    private volatile long first;
    private volatile long last;
    private volatile long misordered;
    private volatile long doubled;

    Arrivals(String bootstrap, String topic) {
        this.receiver = Receiver.of(bootstrap, topic, this::arrived);
    }

    static String event(String aggregate, long version) {
        return aggregate + "/" + version;
    }

    /** Only the receiver's thread comes here. */
    private void arrived(ConsumerRecord<String, String> record) {
        var now = System.nanoTime();
        var version = version(record);
        if (nanosByEvent.putIfAbsent(event(record.key(), version), now) != null) {
            doubled = doubled + 1;
            return;
        }
        var before = versions.get(record.key());
        if (before != null && version != before + 1) {
            misordered = misordered + 1;
        }
        versions.merge(record.key(), version, Math::max);
        if (first == 0) {
            first = now;
        }
        last = now;
    }

    private static long version(ConsumerRecord<String, String> record) {
        var text =
                new String(
                        record.headers().lastHeader("ce_version").value(), StandardCharsets.UTF_8);
        return Long.parseLong(text.substring(text.indexOf('-') + 1));
    }

    /** Waits until so many different events have come, or in vain. */
    void await(long count, long seconds) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (nanosByEvent.size() < count && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    long count() {
        return nanosByEvent.size();
    }

    long nanos(String event) {
        return nanosByEvent.getOrDefault(event, -1L);
    }

    /** From the first to the last; none, when fewer than two have come. */
    double perSecond() {
        return count() < 2 ? 0 : (count() - 1) / ((last - first) / 1e9);
    }

    /** Events that did not follow the version before, from the first on that was seen. */
    long misordered() {
        return misordered;
    }

    long doubled() {
        return doubled;
    }

    @Override
    public void close() {
        receiver.close();
    }
}
