package haicap.platform.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Records what this process does of each trace and sends it to a collector by OTLP. Without the
 * address of one nothing is made, recorded or sent. All else is as OpenTelemetry's own variables
 * ({@code OTEL_…}) say; who is sampled is told by the trace itself. Safe for all threads.
 */
@Component
public final class Tracing implements AutoCloseable {

    private static final AttributeKey<String> INSTANCE =
            AttributeKey.stringKey("service.instance.id");
    private static final int FLUSH_SECONDS = 3;

    private final @Nullable OpenTelemetrySdk sdk;
    private final @Nullable Tracer tracer;

    Tracing(
            @Value("${haicap.tracing.endpoint:}") String endpoint,
            @Value("${haicap.service}") String service,
            @Value("${haicap.instance}") String instance) {
        this.sdk = endpoint.isBlank() ? null : sdk(endpoint, service, instance);
        this.tracer = sdk == null ? null : sdk.getTracer("haicap");
    }

    private static OpenTelemetrySdk sdk(String endpoint, String service, String instance) {
        return AutoConfiguredOpenTelemetrySdk.builder()
                .disableShutdownHook()
                .addPropertiesSupplier(() ->
                        Map.of(
                                "otel.exporter.otlp.endpoint", endpoint,
                                "otel.exporter.otlp.protocol", "http/protobuf",
                                "otel.metrics.exporter", "none",
                                "otel.logs.exporter", "none",
                                "otel.service.name", service))
                .addResourceCustomizer((resource, settings) ->
                        Resource.builder().putAll(resource).put(INSTANCE, instance).build())
                .build()
                .getOpenTelemetrySdk();
    }

    /** Runs work that is a step of many traces at once: of all of these hops. */
    public void during(Supplier<Stream<Hop>> hops, Runnable work) {
        if (tracer == null) {
            work.run();
            return;
        }
        var spans = hops.get().flatMap(hop -> begun(tracer, hop)).toList();
        try {
            work.run();
        } catch (RuntimeException e) {
            spans.forEach(span -> failed(span, e));
            throw e;
        } finally {
            spans.forEach(Span::end);
        }
    }

    /** Of a trace that nobody records, nothing. */
    private static Stream<Span> begun(Tracer tracer, Hop hop) {
        var cause = parent(hop.traceparent());
        if (!cause.isSampled()) {
            return Stream.empty();
        }
        return Stream.of(
                tracer.spanBuilder(hop.name())
                        .setParent(Context.root().with(Span.wrap(cause)))
                        .setSpanKind(hop.kind())
                        .setAllAttributes(hop.attributes())
                        .startSpan());
    }

    static void failed(Span span, Throwable failure) {
        span.setStatus(StatusCode.ERROR);
        span.setAttribute("error.type", failure.getClass().getName());
    }

    /** What began elsewhere; invalid where nothing did. */
    static SpanContext parent(@Nullable String traceparent) {
        if (traceparent == null) {
            return SpanContext.getInvalid();
        }
        var trace = Trace.of(traceparent);
        return trace.traceparent().equals(traceparent)
                ? SpanContext.createFromRemoteParent(
                        trace.traceId(),
                        trace.parentId(),
                        TraceFlags.fromHex(trace.flags(), 0),
                        TraceState.getDefault())
                : SpanContext.getInvalid();
    }

    @Nullable Tracer tracer() {
        return tracer;
    }

    @Override
    public void close() {
        if (sdk != null) {
            sdk.shutdown().join(FLUSH_SECONDS, TimeUnit.SECONDS);
        }
    }
}
