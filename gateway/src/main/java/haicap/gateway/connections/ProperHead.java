package haicap.gateway.connections;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

/**
 * Refuses a request whose head is no proper HTTP, or whose body breaks the framing half way, before
 * anything behind has to make sense of it. What was begun ends with the connection: it is never
 * taken for a whole request.
 */
final class ProperHead extends ChannelInboundHandlerAdapter {

    private final byte[] malformed;
    private final byte[] tooLarge;
    private boolean isRefused;

    ProperHead(byte[] malformed, byte[] tooLarge) {
        this.malformed = malformed;
        this.tooLarge = tooLarge;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        var refusal = isRefused ? null : refusal(message);
        if (refusal != null) {
            isRefused = true;
            // past the codec, which knows nothing of this answer
            context.pipeline()
                    .context(NettyPipeline.HttpCodec)
                    .writeAndFlush(Unpooled.wrappedBuffer(refusal))
                    .addListener(ChannelFutureListener.CLOSE);
        }
        if (isRefused) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    private byte @Nullable [] refusal(Object message) {
        return switch (message) {
            case HttpRequest head -> refusal(head);
            case HttpObject body -> body.decoderResult().isFailure() ? malformed : null;
            default -> null;
        };
    }

    /** Heads that cannot be parsed at all are refused behind us, each with a status of its own. */
    private byte @Nullable [] refusal(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return null;
        }
        var head = new Head(request);
        return head.hasTooManyHeaders() ? tooLarge : head.isProper() ? null : malformed;
    }
}
