package haicap.platform.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Puts each request into its trace before anything else looks at it; where traces are recorded, as
 * a step of its own, which for a stream ends with the head of the answer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class TraceFilter extends OncePerRequestFilter {

    private static final String TRACEPARENT = "traceparent";

    private final @Nullable Tracer tracer;

    TraceFilter(Tracing tracing) {
        this.tracer = tracing.tracer();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (tracer == null) {
            within(Trace.of(request.getHeader(TRACEPARENT)), request, response, chain);
        } else {
            recorded(tracer, request, response, chain);
        }
    }

    private static void recorded(
            Tracer tracer,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var cause = Span.wrap(Tracing.parent(request.getHeader(TRACEPARENT)));
        var span =
                tracer.spanBuilder(request.getMethod())
                        .setParent(Context.root().with(cause))
                        .setSpanKind(SpanKind.SERVER)
                        .setAttribute("http.request.method", request.getMethod())
                        .startSpan();
        try {
            within(trace(span), request, response, chain);
            span.setAttribute("http.response.status_code", response.getStatus());
            if (response.getStatus() >= 500) {
                span.setStatus(StatusCode.ERROR);
            }
        } catch (IOException | ServletException | RuntimeException e) {
            Tracing.failed(span, e);
            throw e;
        } finally {
            if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
                    instanceof String route) {
                span.setAttribute("http.route", route);
                span.updateName(request.getMethod() + " " + route);
            }
            span.end();
        }
    }

    private static Trace trace(Span span) {
        var context = span.getSpanContext();
        return new Trace(
                context.getTraceId(), context.getSpanId(), context.getTraceFlags().asHex());
    }

    private static void within(
            Trace trace,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        try {
            trace.during(() -> proceed(request, response, chain));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (FailedInServlet e) {
            throw e.failure;
        }
    }

    private static void proceed(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new FailedInServlet(e);
        }
    }

    private static final class FailedInServlet extends RuntimeException {
        private final ServletException failure;

        FailedInServlet(ServletException failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
