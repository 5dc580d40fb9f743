package haicap.platform.inbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import haicap.platform.events.Version;
import haicap.platform.testing.TestEvents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** An owner of a topic: tells what it holds, and names everything anew when it is asked. */
final class NamingSource implements AutoCloseable {

    private final Map<String, Version> holds = new TreeMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final KafkaProducer<String, byte[]> producer;
    private final HttpServer server;
    private final int partitions;
    private volatile boolean answers = true;
    private int incarnation = 1;
    private int number;

    NamingSource(String bootstrap, int partitions) {
        this.partitions = partitions;
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrap,
                                "linger.ms",
                                0,
                                // a broker that lost its tail no longer knows the sequence
                                "enable.idempotence",
                                false),
                        new StringSerializer(),
                        new ByteArraySerializer());
        try {
            this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                "/token",
                exchange -> answer(exchange, 200, "{\"access_token\":\"t\",\"expires_in\":300}"));
        server.createContext("/internal/reannouncements", this::reannounce);
        server.start();
    }

    /** The properties of a service that hears of it. */
    Map<String, Object> properties() {
        var address = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "haicap.orgcopy.feed",
                "false",
                "haicap.peers.token-uri",
                address + "/token",
                "haicap.peers.client-secret",
                "drawn-for-this-test",
                "haicap.peers.urls.source",
                address);
    }

    private void reannounce(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        if (answers) {
            nameAnew();
        }
        answer(exchange, answers ? 202 : 503, "{}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = TestEvents.bytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    void answers(boolean yes) {
        answers = yes;
    }

    int asked() {
        return asked.get();
    }

    /** What it holds, as a feed that knows all of it does. */
    synchronized Map<String, Long> holds() {
        var versions = new TreeMap<String, Long>();
        holds.forEach((key, version) -> versions.put(key, version.asLong()));
        return versions;
    }

    synchronized void change(String... keys) {
        for (var key : keys) {
            var before = holds.get(key);
            var now = new Version(incarnation, before == null ? 1 : before.counter() + 1);
            holds.put(key, now);
            send(
                    new ProducerRecord<>(HoldingFeed.TOPIC, key, body("{}")),
                    "Thing",
                    "Happened",
                    now);
        }
    }

    /** What is sent is not what it holds: it forgets it at once. */
    synchronized void forget(String key) {
        holds.remove(key);
    }

    /** An older copy is restored, without these. */
    synchronized void restoreWithout(String... keys) {
        incarnation++;
        for (var key : keys) {
            holds.remove(key);
        }
        holds.replaceAll((key, version) -> new Version(incarnation, version.counter()));
    }

    synchronized void nameAnew() {
        number++;
        for (int partition = 0; partition < partitions; partition++) {
            frame("Began", partition);
        }
        holds.forEach((key, version) ->
                send(
                        new ProducerRecord<>(HoldingFeed.TOPIC, key, body("{}")),
                        "Thing",
                        "Happened",
                        version));
        for (int partition = 0; partition < partitions; partition++) {
            frame("Ended", partition);
        }
    }

    /** Begin or end of the present re-announcement, in one partition. */
    synchronized void frame(String which, int partition) {
        var state =
                "{\"incarnation\":%d,\"number\":%d,\"partitions\":%d}"
                        .formatted(incarnation, number, partitions);
        send(
                new ProducerRecord<>(
                        HoldingFeed.TOPIC, partition, "reannouncement-" + which, body(state)),
                "Reannouncement",
                "Reannouncement" + which,
                new Version(incarnation, number));
    }

    synchronized void nextNumber() {
        number++;
    }

    private static byte[] body(String state) {
        return TestEvents.bytes("{\"happened\":null,\"state\":" + state + "}");
    }

    private void send(
            ProducerRecord<String, byte[]> record, String aggregate, String name, Version version) {
        TestEvents.headers(record.key(), "u", version.toString()).forEach(record.headers()::add);
        record.headers().add("ce_aggregate", TestEvents.bytes(aggregate));
        record.headers().add("ce_type", TestEvents.bytes("haicap.platform." + name + ".v1"));
        producer.send(record);
        producer.flush(); // each is a batch of its own, so that a log can be cut before each
    }

    @Override
    public void close() {
        producer.close();
        server.stop(0);
    }
}
