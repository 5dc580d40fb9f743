package haicap.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import haicap.platform.testing.TestEvents;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboundEventTest {

    private static final String BODY =
            """
            {"happened": {"where": "chợ Đồng Xuân"}, "state": {"unitId": "u", "later": {"than": ["this", 1]}, "open": true}}
            """;

    private record Known(String unitId, boolean open) {}

    @Test
    void isReadWithTheFieldsThatItsConsumerUses() {
        var event = InboundEvent.of(record(BODY));

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
        assertThat(InboundEvent.of(record("{\"happened\": null, \"state\": {}}")).isAnnouncedAnew())
                .isTrue();
    }

    @Test
    void hasTheTimeOfItsRecordWhenItTellsNone() {
        var record = without("ce_time");
        assertThat(InboundEvent.of(record).time().toEpochMilli()).isEqualTo(record.timestamp());
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
        assertThatThrownBy(() -> InboundEvent.of(without(name)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @Test
    void isNoneOfAnotherSpecification() {
        var record = without("ce_specversion");
        record.headers().add("ce_specversion", TestEvents.bytes("2.0"));
        assertThatThrownBy(() -> InboundEvent.of(record))
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
        assertThatThrownBy(() -> InboundEvent.of(record(body)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isNoneWithoutKeyOrBody() {
        assertThatThrownBy(() -> InboundEvent.of(record(null, TestEvents.bytes(BODY))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key");
        assertThatThrownBy(() -> InboundEvent.of(record("key", null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("body");
    }

    @Test
    void isNoneInAnotherEncoding() {
        var body = BODY.getBytes(StandardCharsets.UTF_16BE);
        assertThatThrownBy(() -> InboundEvent.of(record("key", body)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhatOfItsTimeOrStateCannotBeRead() {
        var record = without("ce_time");
        record.headers().add("ce_time", TestEvents.bytes("yesterday"));
        assertThatThrownBy(() -> InboundEvent.of(record).time())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("yesterday");
        var odd = InboundEvent.of(record("{\"state\": {\"open\": \"ajar\"}}"));
        assertThatThrownBy(() -> odd.state(Known.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ajar");
    }

    /** It would not fail here, but where it is stored, copied or added up with others. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"text\": \"a\\u0000b\"",
                "\"text\": \"\\ud800\"",
                "\"at\": \"+1000000000-12-31T23:59:59Z\"",
                "\"at\": \"-0044-03-15T12:00:00Z\"",
                "\"day\": \"+12025-01-01\"",
                "\"number\": 9223372036854775808",
                "\"number\": 1e999999999"
            })
    void isRefusedWhenItSaysWhatNoTableCanHold(String field) {
        var event = InboundEvent.of(record("{\"state\": {%s}}".formatted(field)));
        assertThatThrownBy(() -> event.state(Anything.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private record Anything(
            @Nullable String text, @Nullable Instant at, @Nullable LocalDate day, long number) {}

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_type", "ce_unit", "ce_traceparent"})
    void isNoneWithANulOrWithoutATextInWhatIsReadOfIt(String name) {
        for (var bytes : List.of(new byte[] {'a', 0, 'b'}, new byte[] {(byte) 0xff})) {
            var record = record(BODY);
            record.headers().add(name, bytes);
            assertThatThrownBy(() -> InboundEvent.of(record))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(name);
        }
    }

    @Test
    void isNoneOfAnIncarnationOrATimeThatIsAbsurd() {
        for (var version : List.of("8388608-1", "2147483647-1", "1-1099511627776")) {
            var record = without("ce_version");
            record.headers().add("ce_version", TestEvents.bytes(version));
            assertThatThrownBy(() -> InboundEvent.of(record))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        var record = without("ce_time");
        record.headers().add("ce_time", TestEvents.bytes("+1000000000-12-31T23:59:59Z"));
        assertThatThrownBy(() -> InboundEvent.of(record))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ConsumerRecord<byte[], byte[]> without(String header) {
        var record = record(BODY);
        record.headers().remove(header);
        return record;
    }

    private static ConsumerRecord<byte[], byte[]> record(String body) {
        return record("key", TestEvents.bytes(body));
    }

    @SuppressWarnings("NullAway") // a topic may hold records without key or value
    private static ConsumerRecord<byte[], byte[]> record(
            @Nullable String key, byte @Nullable [] body) {
        var record =
                new ConsumerRecord<>(
                        "topic", 0, 0, key == null ? null : TestEvents.bytes(key), body);
        TestEvents.headers("key", "unit", "1-7").forEach(record.headers()::add);
        return record;
    }
}
