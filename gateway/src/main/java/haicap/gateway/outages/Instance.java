package haicap.gateway.outages;

import java.net.URI;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * One process of a part.
 *
 * @param address where it answers
 * @param guard what no call to it may exceed
 */
record Instance(URI address, Guard guard) {

    /**
     * Fails a call, up to the first byte of its answer, that takes too long or, as the case may be
     * after waiting, is one too many.
     */
    @FunctionalInterface
    interface Guard {
        Mono<Integer> around(Mono<Integer> call, ServerWebExchange exchange, boolean mayWait);
    }
}
