package haicap.gateway.limits;

import haicap.gateway.problems.Refusal;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refuses bodies that are too long: by their announced length, else while they pass through. */
final class BodyLimit implements GatewayFilter {

    private final long limit;

    BodyLimit(DataSize limit) {
        this.limit = limit.toBytes();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var headers = exchange.getRequest().getHeaders();
        if (headers.getContentLength() > limit) {
            return Mono.error(tooLarge());
        }
        if (headers.getContentLength() < 1
                && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            return chain.filter(exchange);
        }
        return chain.filter(exchange.mutate().request(new Measured(exchange.getRequest())).build());
    }

    private Refusal tooLarge() {
        return Refusal.of(413, "body-too-large", Map.of("limit", limit));
    }

    private final class Measured extends ServerHttpRequestDecorator {

        Measured(ServerHttpRequest request) {
            super(request);
        }

        @Override
        public Flux<DataBuffer> getBody() {
            var passed = new AtomicLong();
            return super.getBody()
                    .onErrorMap(broken -> Refusal.of(400, "body-incomplete", Map.of()))
                    .handle((piece, sink) -> {
                        if (passed.addAndGet(piece.readableByteCount()) <= limit) {
                            sink.next(piece);
                        } else {
                            DataBufferUtils.release(piece);
                            sink.error(tooLarge());
                        }
                    });
        }
    }
}
