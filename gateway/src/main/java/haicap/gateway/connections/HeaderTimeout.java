package haicap.gateway.connections;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Gives the headers of each request of one connection so much time from their first byte on. A
 * caller who lets them trickle is answered 408 and cut off. Used on the connection's own thread
 * only.
 */
final class HeaderTimeout {

    private final Duration within;
    private final byte[] tooSlow;
    private @Nullable Future<?> deadline;
    private boolean isInBody;

    HeaderTimeout(Duration within, byte[] tooSlow) {
        this.within = within;
        this.tooSlow = tooSlow;
    }

    /** Before the bytes are decoded. */
    ChannelHandler begins() {
        return new ChannelInboundHandlerAdapter() {

            @Override
            public void channelRead(ChannelHandlerContext context, Object bytes) {
                if (deadline == null && !isInBody) {
                    deadline =
                            context.executor()
                                    .schedule(
                                            () -> giveUp(context),
                                            within.toMillis(),
                                            TimeUnit.MILLISECONDS);
                }
                context.fireChannelRead(bytes);
            }

            @Override
            public void channelInactive(ChannelHandlerContext context) {
                met();
                context.fireChannelInactive();
            }
        };
    }

    /** After they are decoded. */
    ChannelHandler ends() {
        return new ChannelInboundHandlerAdapter() {

            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                if (message instanceof HttpRequest) {
                    met();
                    isInBody = true;
                }
                if (message instanceof LastHttpContent) {
                    isInBody = false;
                }
                context.fireChannelRead(message);
            }
        };
    }

    private void met() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    private void giveUp(ChannelHandlerContext context) {
        context.writeAndFlush(Unpooled.wrappedBuffer(tooSlow))
                .addListener(ChannelFutureListener.CLOSE);
    }
}
