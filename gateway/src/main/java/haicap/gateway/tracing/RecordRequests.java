package haicap.gateway.tracing;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_PREDICATE_MATCHED_PATH_ATTR;

import haicap.gateway.passing.Trace;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Each request as the first step of its trace, from which the part goes on. It ends with the
 * answer, a stream's with the stream.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class RecordRequests implements WebFilter {

    private final @Nullable Tracer tracer;

    RecordRequests(Tracing tracing) {
        this.tracer = tracing.tracer();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (tracer == null) {
            return chain.filter(exchange);
        }
        var span = begun(tracer, exchange);
        return chain.filter(exchange)
                .doOnError(failure -> span.setAttribute("error.type", failure.getClass().getName()))
                .doFinally(signal -> end(span, exchange));
    }

    private static Span begun(Tracer tracer, ServerWebExchange exchange) {
        var method = exchange.getRequest().getMethod().name();
        var span =
                tracer.spanBuilder(method)
                        .setParent(Context.root().with(Span.wrap(cause(exchange))))
                        .setSpanKind(SpanKind.SERVER)
                        .setAttribute("http.request.method", method)
                        .startSpan();
        var context = span.getSpanContext();
        Trace.goesOn(
                exchange,
                context.getTraceId(),
                context.getSpanId(),
                context.getTraceFlags().asHex());
        return span;
    }

    /** What the caller began; invalid where he began nothing that can be read. */
    private static SpanContext cause(ServerWebExchange exchange) {
        return Trace.ofCaller(exchange)
                .map(Trace::traceparent)
                .map(text ->
                        SpanContext.createFromRemoteParent(
                                text.substring(3, 35),
                                text.substring(36, 52),
                                TraceFlags.fromHex(text, 53),
                                TraceState.getDefault()))
                .orElse(SpanContext.getInvalid());
    }

    private static void end(Span span, ServerWebExchange exchange) {
        var route = exchange.getAttribute(GATEWAY_PREDICATE_MATCHED_PATH_ATTR);
        if (route != null) {
            span.setAttribute("http.route", route.toString());
            span.updateName(exchange.getRequest().getMethod() + " " + route);
        }
        var response = exchange.getResponse();
        var status = response.getStatusCode();
        if (status != null && response.isCommitted()) {
            span.setAttribute("http.response.status_code", status.value());
            if (status.is5xxServerError()) {
                span.setStatus(StatusCode.ERROR);
            }
        }
        span.end();
    }
}
