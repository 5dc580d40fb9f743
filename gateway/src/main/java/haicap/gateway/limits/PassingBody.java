package haicap.gateway.limits;

import haicap.gateway.limits.LimitSettings.ImportBody;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Passes bodies on as they come. Refuses those that are too long, by their announced length or else
 * on the way, and those that pause for too long.
 */
final class PassingBody implements GatewayFilter {

    private final long limit;
    private final Duration pause;

    PassingBody(ImportBody limits) {
        this.limit = limits.most().toBytes();
        this.pause = limits.pause();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Bodies.requireNoLonger(exchange.getRequest(), limit);
        if (!Bodies.isThere(exchange.getRequest())) {
            return chain.filter(exchange);
        }
        return chain.filter(exchange.mutate().request(new Measured(exchange.getRequest())).build());
    }

    private final class Measured extends ServerHttpRequestDecorator {

        Measured(ServerHttpRequest request) {
            super(request);
        }

        @Override
        public Flux<DataBuffer> getBody() {
            var passed = new AtomicLong();
            return super.getBody()
                    .timeout(pause)
                    .onErrorMap(Bodies::refusal)
                    .handle((piece, sink) -> {
                        if (passed.addAndGet(piece.readableByteCount()) <= limit) {
                            sink.next(piece);
                        } else {
                            DataBufferUtils.release(piece);
                            sink.error(Bodies.tooLarge(limit));
                        }
                    });
        }
    }
}
