package haicap.gateway.limits;

import haicap.gateway.limits.LimitSettings.Body;
import java.time.Duration;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads a body whole before anything is passed on: a caller who sends slowly, or leaves in the
 * middle, holds nothing but the own connection.
 */
final class WholeBody implements GatewayFilter {

    private final int limit;
    private final Duration within;

    WholeBody(Body limits) {
        this.limit = Math.toIntExact(limits.most().toBytes());
        this.within = limits.within();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Bodies.requireNoLonger(exchange.getRequest(), limit);
        if (!Bodies.isThere(exchange.getRequest())) {
            return chain.filter(exchange);
        }
        return DataBufferUtils.join(exchange.getRequest().getBody(), limit)
                .timeout(within)
                .onErrorMap(DataBufferLimitException.class, tooLong -> Bodies.tooLarge(limit))
                .onErrorMap(Bodies::refusal)
                .map(WholeBody::bytes)
                .map(body -> exchange.mutate().request(new Read(exchange, body)).build())
                .defaultIfEmpty(exchange)
                .flatMap(chain::filter);
    }

    private static byte[] bytes(DataBuffer body) {
        var bytes = new byte[body.readableByteCount()];
        body.read(bytes);
        DataBufferUtils.release(body);
        return bytes;
    }

    private static final class Read extends ServerHttpRequestDecorator {

        private final DataBufferFactory buffers;
        private final byte[] body;

        Read(ServerWebExchange exchange, byte[] body) {
            super(exchange.getRequest());
            this.buffers = exchange.getResponse().bufferFactory();
            this.body = body;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return Flux.defer(() -> Flux.just(buffers.wrap(body)));
        }
    }
}
