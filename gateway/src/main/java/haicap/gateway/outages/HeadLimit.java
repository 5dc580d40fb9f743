package haicap.gateway.outages;

import java.time.Duration;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The beginning of an answer that has no end must come in time. */
record HeadLimit(Duration limit) implements Pods.Place {

    @Override
    public Mono<Integer> around(Mono<Integer> call, ServerWebExchange exchange, boolean mayWait) {
        return call.timeout(limit);
    }

    @Override
    public void begin() {
        // it remembers nothing of who was here before
    }
}
