package haicap.gateway.pages;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.function.server.ServerResponse.BodyBuilder;
import reactor.core.publisher.Mono;

/**
 * Bytes that all answers share: however many clients are slow to take theirs, they are in memory
 * once. Immutable.
 */
public final class Shared {

    private final ByteBuf bytes;

    /** Of these bytes, which are copied to where the network can take them. */
    public Shared(byte[] bytes) {
        var outside = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        this.bytes = Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(outside).asReadOnly());
    }

    /** Completes an answer that lacks only its body. */
    public Mono<ServerResponse> in(BodyBuilder answer) {
        return answer.contentLength(bytes.readableBytes())
                .body((output, context) ->
                        output.writeWith(Mono.fromSupplier(() -> piece(output.bufferFactory()))));
    }

    private DataBuffer piece(DataBufferFactory buffers) {
        return ((NettyDataBufferFactory) buffers).wrap(bytes.duplicate());
    }
}
