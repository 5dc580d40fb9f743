package haicap.gateway.connections;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Cuts off a client who does not take what was written to him: while anything waits to be sent, at
 * least so many bytes a second must leave, in each stretch of time. Used on the connection's own
 * thread only.
 */
final class AnswersAreTaken extends ChannelDuplexHandler {

    private final Duration stretch;
    private final long least;
    private long written;
    private long taken;
    private boolean isWatched;

    AnswersAreTaken(Duration stretch, long leastPerSecond) {
        this.stretch = stretch;
        this.least = leastPerSecond * stretch.toSeconds();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof ByteBuf bytes) {
            written += bytes.readableBytes();
        }
        context.write(message, promise);
    }

    @Override
    public void flush(ChannelHandlerContext context) {
        context.flush();
        watch(context);
    }

    private void watch(ChannelHandlerContext context) {
        if (!isWatched && context.channel().isActive() && untaken(context) > 0) {
            isWatched = true;
            taken = written - untaken(context);
            context.executor()
                    .schedule(() -> look(context), stretch.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void look(ChannelHandlerContext context) {
        isWatched = false;
        var untaken = untaken(context);
        if (untaken > 0 && written - untaken - taken < least) {
            context.close();
        } else {
            watch(context);
        }
    }

    /** What was written and has not gone to the network. */
    private static long untaken(ChannelHandlerContext context) {
        var outgoing = context.channel().unsafe().outboundBuffer();
        return outgoing == null
                ? 0
                : outgoing.totalPendingWriteBytes() - outgoing.currentProgress();
    }
}
