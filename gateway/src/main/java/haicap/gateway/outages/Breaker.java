package haicap.gateway.outages;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.time.Duration;
import java.util.Set;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Bulkhead, breaker and time limit of one route, up to the first byte of the part's answer. What
 * the bulkhead turns away is no evidence for the breaker.
 *
 * <p>Used directly, not through Spring Cloud's breaker filter: that one throws away the answer of a
 * part when its status counts as a failure, and lets only 25 calls through at once.
 */
final class Breaker implements GatewayFilter {

    private static final Set<HttpMethod> QUESTIONS =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Bulkhead bulkhead;
    private final CircuitBreaker breaker;
    private final Duration readLimit;
    private final Duration writeLimit;

    Breaker(Bulkhead bulkhead, CircuitBreaker breaker, Duration readLimit, Duration writeLimit) {
        this.bulkhead = bulkhead;
        this.breaker = breaker;
        this.readLimit = readLimit;
        this.writeLimit = writeLimit;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var isQuestion = QUESTIONS.contains(exchange.getRequest().getMethod());
        return chain.filter(exchange)
                .then(Mono.fromSupplier(() -> status(exchange)))
                .timeout(isQuestion ? readLimit : writeLimit)
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .transformDeferred(BulkheadOperator.of(bulkhead))
                .then();
    }

    private static int status(ServerWebExchange exchange) {
        var status = exchange.getResponse().getStatusCode();
        return status == null ? 200 : status.value();
    }
}
