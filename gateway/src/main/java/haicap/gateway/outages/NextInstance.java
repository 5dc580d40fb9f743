package haicap.gateway.outages;

import static org.springframework.cloud.gateway.filter.RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Sends each request to the next instance of its part in turn. One that is dead, at rest or full
 * costs nothing: the request goes on to the one after it, and waits for a turn at the last only.
 * What may have been carried out is not sent again: the caller does that himself, with his
 * Idempotency-Key.
 */
final class NextInstance implements GatewayFilter, Ordered {

    private final Supplier<List<Instance>> present;
    private final AtomicInteger turn = new AtomicInteger();

    /** Those that there are at the moment of each request. */
    NextInstance(Supplier<List<Instance>> present) {
        this.present = present;
    }

    /** When the address has been found, before anything is sent there. */
    @Override
    public int getOrder() {
        return ROUTE_TO_URL_FILTER_ORDER + 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var instances = present.get();
        if (instances.isEmpty()) {
            return Mono.error(new ConnectException("no instance is known"));
        }
        var first = Math.floorMod(turn.getAndIncrement(), instances.size());
        return attempt(exchange, chain, instances, first, 1);
    }

    private Mono<Void> attempt(
            ServerWebExchange exchange,
            GatewayFilterChain chain,
            List<Instance> instances,
            int number,
            int tries) {
        var instance = instances.get(number % instances.size());
        var isLast = tries == instances.size();
        var call =
                Mono.defer(
                                () -> {
                                    direct(exchange, instance.address());
                                    return chain.filter(exchange);
                                })
                        .then(Mono.fromSupplier(() -> status(exchange)))
                        .transform(answer -> instance.guard().around(answer, exchange, isLast))
                        .then();
        return isLast
                ? call
                : call.onErrorResume(
                        failure -> mayGoElsewhere(exchange, failure),
                        failure -> {
                            ServerWebExchangeUtils.reset(exchange);
                            return attempt(exchange, chain, instances, number + 1, tries + 1);
                        });
    }

    /** Letter for letter what was asked: no way of writing an address is better known here. */
    private static void direct(ServerWebExchange exchange, URI address) {
        var asked = exchange.getRequest().getURI();
        var query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        var there = URI.create(address.resolve("/") + asked.getRawPath().substring(1) + query);
        exchange.getAttributes().put(GATEWAY_REQUEST_URL_ATTR, there);
    }

    private static boolean mayGoElsewhere(ServerWebExchange exchange, Throwable failure) {
        return !exchange.getResponse().isCommitted()
                && switch (failure) {
                    case CallNotPermittedException atRest -> true;
                    case BulkheadFull full -> true;
                    case ConnectException dead -> true;
                    case IOException broken -> SafeMethods.asks(exchange);
                    case TimeoutException late -> SafeMethods.asks(exchange);
                    default -> false;
                };
    }

    private static int status(ServerWebExchange exchange) {
        var status = exchange.getResponse().getStatusCode();
        return status == null ? 200 : status.value();
    }
}
