package haicap.org.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import haicap.org.RunningService;
import haicap.platform.events.InboundEvent;
import haicap.platform.testing.TestKafka;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/** What a consumer of the topic of the organisation hears. */
class ToldOnKafkaTest {

    private static final TopicPartition TOPIC = new TopicPartition("haicap.org.v1", 0);

    @Test
    void theHeartbeatComesEachSecondInRealTime() {
        RunningService.seeded();
        try (var consumer = consumer()) {
            consumer.seekToEnd(List.of(TOPIC));
            consumer.position(TOPIC);
            var beats = new ArrayList<InboundEvent>();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(200))
                                .forEach(each -> {
                                    if (InboundEvent.of(each).key().equals("heartbeat")) {
                                        beats.add(InboundEvent.of(each));
                                    }
                                });
                        return beats.size() >= 3;
                    });
            assertThat(beats.getLast().time())
                    .isBetween(Instant.now().minusSeconds(5), Instant.now().plusSeconds(1));
            assertThat(beats.getLast().isAnnouncedAnew()).isTrue();
        }
    }

    @Test
    void everyVersionOfEveryThingComesInOrder() {
        RunningService.seeded();
        var versions = new HashMap<String, Long>();
        var units = new HashMap<String, InboundEvent>();
        try (var consumer = consumer()) {
            consumer.seekToBeginning(List.of(TOPIC));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(200))
                                .forEach(each -> hear(InboundEvent.of(each), versions, units));
                        return versions.containsKey("appointment-duty-00004-20250701-1");
                    });
        }
        assertThat(units).containsKeys("00004-20250101", "00004-20250701", "d001-20250101");
        assertThat(units.get("d001-20250101").type()).isEqualTo("haicap.org.UnitDissolved.v1");
    }

    // two services of this JVM write to one topic; both tell the same seeds
    private static void hear(
            InboundEvent event, Map<String, Long> versions, Map<String, InboundEvent> units) {
        if (event.key().equals("heartbeat")) {
            return;
        }
        long counter = event.version().counter();
        long before = versions.getOrDefault(event.key(), 0L);
        assertThat(counter).as(event.key()).isLessThanOrEqualTo(before + 1);
        versions.put(event.key(), Math.max(before, counter));
        units.put(event.key(), event);
    }

    private static KafkaConsumer<byte[], byte[]> consumer() {
        var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", TestKafka.bootstrap()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        consumer.assign(List.of(TOPIC));
        return consumer;
    }
}
