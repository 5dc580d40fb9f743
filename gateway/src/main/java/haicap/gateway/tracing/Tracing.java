package haicap.gateway.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sends what is recorded to a collector by OTLP. Without the address of one nothing is made,
 * recorded or sent. All else is as OpenTelemetry's own variables ({@code OTEL_…}) say. Safe for all
 * threads.
 */
@Component
final class Tracing implements AutoCloseable {

    private static final AttributeKey<String> INSTANCE =
            AttributeKey.stringKey("service.instance.id");
    private static final int FLUSH_SECONDS = 2;

    private final @Nullable OpenTelemetrySdk sdk;

    Tracing(
            @Value("${haicap.tracing.endpoint:}") String endpoint,
            @Value("${HAICAP_INSTANCE:gateway}") String instance) {
        this.sdk = endpoint.isBlank() ? null : sdk(endpoint, instance);
    }

    private static OpenTelemetrySdk sdk(String endpoint, String instance) {
        return AutoConfiguredOpenTelemetrySdk.builder()
                .disableShutdownHook()
                .addPropertiesSupplier(() ->
                        Map.of(
                                "otel.exporter.otlp.endpoint", endpoint,
                                "otel.exporter.otlp.protocol", "http/protobuf",
                                "otel.metrics.exporter", "none",
                                "otel.logs.exporter", "none",
                                "otel.service.name", "gateway"))
                .addResourceCustomizer((resource, settings) ->
                        Resource.builder().putAll(resource).put(INSTANCE, instance).build())
                .build()
                .getOpenTelemetrySdk();
    }

    /** Null where nothing is recorded. */
    @Nullable Tracer tracer() {
        return sdk == null ? null : sdk.getTracer("haicap");
    }

    @Override
    public void close() {
        if (sdk != null) {
            sdk.shutdown().join(FLUSH_SECONDS, TimeUnit.SECONDS);
        }
    }
}
