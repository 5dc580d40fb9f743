package haicap.platform.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way: sent, applied or told, as OpenTelemetry's conventions for messages name it.
 * Immutable.
 *
 * @param traceparent of what made the event happen; null where the event does not tell
 */
public record Hop(
        Operation operation, String destination, String event, @Nullable String traceparent) {

    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    private static final AttributeKey<String> DESTINATION =
            AttributeKey.stringKey("messaging.destination.name");
    private static final AttributeKey<String> TYPE =
            AttributeKey.stringKey("messaging.operation.type");
    private static final AttributeKey<String> MESSAGE =
            AttributeKey.stringKey("messaging.message.id");

    /** What is done with an event. */
    public enum Operation {
        /** The relay gives it to the broker. */
        SEND(SpanKind.PRODUCER),
        /** A feed applies it, in one commit with all that it changes. */
        PROCESS(SpanKind.CONSUMER),
        /** It stands in the ring from which all streams of this process take it. */
        STREAM(SpanKind.CONSUMER);

        private final SpanKind kind;

        Operation(SpanKind kind) {
            this.kind = kind;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    SpanKind kind() {
        return operation.kind;
    }

    String name() {
        return operation.word() + " " + destination;
    }

    Attributes attributes() {
        return Attributes.of(
                SYSTEM, "kafka", DESTINATION, destination, TYPE, operation.word(), MESSAGE, event);
    }
}
