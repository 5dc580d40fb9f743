package haicap.gateway.problems;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import haicap.gateway.outages.BulkheadFull;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/**
 * Turns whatever went wrong on the way into a problem detail; what nobody foresaw into a bland 500
 * that is logged once.
 */
@Component
@Order(-2) // before Spring Boot's own handler, which would answer in another shape
final class Failures implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Problems problems;

    Failures(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            log.info("{} broke off: {}", Told.address(exchange), Told.kind(failure));
            return Mono.error(failure);
        }
        return problems.answer(exchange, refusal(exchange, failure));
    }

    private static Refusal refusal(ServerWebExchange exchange, Throwable failure) {
        return switch (failure) {
            case Refusal refusal -> refusal;
            case CallNotPermittedException open -> unavailable("part-unavailable", exchange);
            case BulkheadFull full -> unavailable("part-busy", exchange);
            case TimeoutException slow -> unavailable("part-too-slow", exchange);
            case IOException broken -> unavailable("part-unavailable", exchange);
            case AbortedException broken -> unavailable("part-unavailable", exchange);
            case ErrorResponse known -> known(exchange, known.getStatusCode().value());
            default -> unforeseen(exchange, failure);
        };
    }

    private static Refusal unavailable(String code, ServerWebExchange exchange) {
        var route = (Route) exchange.getAttribute(GATEWAY_ROUTE_ATTR);
        var part = route == null ? "" : route.getId();
        return Refusal.unavailable(code, Map.of("part", part), SOON);
    }

    private static Refusal known(ServerWebExchange exchange, int status) {
        var request = exchange.getRequest();
        return Refusal.of(
                status,
                "http-" + status,
                Map.of("method", request.getMethod(), "path", request.getPath().value()));
    }

    private static Refusal unforeseen(ServerWebExchange exchange, Throwable failure) {
        var request = exchange.getRequest();
        log.error(
                "{} {} failed: {}", request.getMethod(), Told.address(exchange), Told.way(failure));
        return Refusal.of(500, "internal", Map.of());
    }
}
