package haicap.gateway.limits;

import haicap.gateway.problems.Refusal;
import java.time.Duration;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.ratelimit.KeyResolver;
import org.springframework.cloud.gateway.filter.ratelimit.RateLimiter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One bucket per caller, whichever route is taken; an empty one answers 429. */
final class RateLimit implements GatewayFilter {

    private static final Duration REFILL = Duration.ofSeconds(1);

    private final RateLimiter<?> limiter;
    private final String limit;
    private final KeyResolver callers;

    RateLimit(RateLimiter<?> limiter, String limit, KeyResolver callers) {
        this.limiter = limiter;
        this.limit = limit;
        this.callers = callers;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return callers.resolve(exchange)
                .defaultIfEmpty("unknown")
                .flatMap(caller -> limiter.isAllowed(limit, limit + ":" + caller))
                .flatMap(answer ->
                        answer.isAllowed()
                                ? chain.filter(exchange)
                                : Mono.error(Refusal.tooMany("too-many-requests", REFILL)));
    }
}
