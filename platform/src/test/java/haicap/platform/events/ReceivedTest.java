package haicap.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import haicap.platform.testing.TestEvents;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedTest {

    private static final String BODY =
            """
            {"happened": {"where": "chợ Đồng Xuân"}, "state": {"unitId": "u", "later": {"than": ["this", 1]}, "open": true}}
            """;

    private record Known(String unitId, boolean open) {}

    @Test
    void isReadWithTheFieldsThatItsConsumerUses() {
        var event = Received.of(record(BODY));

        assertThat(event.key()).isEqualTo("key");
        assertThat(event.id()).isEqualTo("key/1-7");
        assertThat(event.aggregate()).isEqualTo("Thing");
        assertThat(event.type()).isEqualTo("haicap.test.Happened.v1");
        assertThat(event.unit()).isEqualTo("unit");
        assertThat(event.version()).isEqualTo(new Version(1, 7));
        assertThat(event.time()).isEqualTo(Instant.parse("2026-11-22T00:00:00Z"));
        assertThat(event.traceparent()).isNull();
        assertThat(event.isAnnouncedAnew()).isFalse();
        assertThat(event.stateText("unitId")).isEqualTo("u");
        assertThat(event.stateText("open")).isNull();
        assertThat(event.stateText("than")).isNull();
        assertThat(event.state(Known.class)).isEqualTo(new Known("u", true));
    }

    @Test
    void isAnnouncedAnewWhenNothingHappened() {
        assertThat(Received.of(record("{\"happened\": null, \"state\": {}}")).isAnnouncedAnew())
                .isTrue();
    }

    @Test
    void hasTheTimeOfItsRecordWhenItTellsNone() {
        var record = without("ce_time");
        assertThat(Received.of(record).time().toEpochMilli()).isEqualTo(record.timestamp());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ce_specversion",
                "ce_id",
                "ce_source",
                "ce_aggregate",
                "ce_type",
                "ce_unit",
                "ce_version"
            })
    void isNoneWithoutARequiredHeader(String name) {
        assertThatThrownBy(() -> Received.of(without(name)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @Test
    void isNoneOfAnotherSpecification() {
        var record = without("ce_specversion");
        record.headers().add("ce_specversion", TestEvents.bytes("2.0"));
        assertThatThrownBy(() -> Received.of(record))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "{\"state\": {}",
                "{\"state\": {}} {}",
                "[]",
                "{\"stat\": {}}",
                "{\"state\": null}",
                "{\"happened\": {\"state\": {}}}"
            })
    void isNoneWithoutAState(String body) {
        assertThatThrownBy(() -> Received.of(record(body)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isNoneWithoutKeyOrBody() {
        assertThatThrownBy(() -> Received.of(record(null, TestEvents.bytes(BODY))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key");
        assertThatThrownBy(() -> Received.of(record("key", null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("body");
    }

    @Test
    void isNoneInAnotherEncoding() {
        var body = BODY.getBytes(StandardCharsets.UTF_16BE);
        assertThatThrownBy(() -> Received.of(record("key", body)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhatOfItsTimeOrStateCannotBeRead() {
        var record = without("ce_time");
        record.headers().add("ce_time", TestEvents.bytes("yesterday"));
        assertThatThrownBy(() -> Received.of(record).time())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("yesterday");
        var odd = Received.of(record("{\"state\": {\"open\": \"ajar\"}}"));
        assertThatThrownBy(() -> odd.state(Known.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ajar");
    }

    private static ConsumerRecord<String, byte[]> without(String header) {
        var record = record(BODY);
        record.headers().remove(header);
        return record;
    }

    private static ConsumerRecord<String, byte[]> record(String body) {
        return record("key", TestEvents.bytes(body));
    }

    @SuppressWarnings("NullAway") // a topic may hold records without key or value
    private static ConsumerRecord<String, byte[]> record(
            @Nullable String key, byte @Nullable [] body) {
        var record = new ConsumerRecord<>("topic", 0, 0, key, body);
        TestEvents.headers("key", "unit", "1-7").forEach(record.headers()::add);
        return record;
    }
}
