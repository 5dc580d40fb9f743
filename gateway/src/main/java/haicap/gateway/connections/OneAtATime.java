package haicap.gateway.connections;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * Begins a request of a connection when the one before it has been answered and the client has
 * taken the answer. Few may wait meanwhile, of heads no more than the largest has bytes, and
 * nothing more is read; who sends more than that at once does not mean to read the answers, and is
 * cut off. Who was answered before the own request was whole must complete it soon. Used on the
 * connection's own thread only.
 */
final class OneAtATime extends ChannelDuplexHandler {

    private static final int FEW = 64;
    private static final int MOST_OF_HEADS = 16 * 1024;

    /** What was read before the reading stopped: a caller who was just answered sends at once. */
    private static final int MOST_OF_BODIES = 128 * 1024;

    private final Queue<Object> waiting = new ArrayDeque<>();
    private final Duration restWithin;
    private int waitingOfHeads;
    private int waitingOfBodies;
    private long begun;
    private boolean isAnswering;
    private boolean isInBody;
    private boolean isCutOff;
    private boolean wantsMore;

    OneAtATime(Duration restWithin) {
        this.restWithin = restWithin;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (isCutOff) {
            ReferenceCountUtil.release(message);
        } else if (waiting.isEmpty() && !(message instanceof HttpRequest && isBusy())) {
            pass(context, message);
        } else if (mayWait(message)) {
            waiting.add(message);
            count(message, 1);
        } else {
            isCutOff = true;
            ReferenceCountUtil.release(message);
            context.close();
        }
    }

    private boolean mayWait(Object message) {
        return waiting.size() < FEW
                && waitingOfHeads + headBytes(message) <= MOST_OF_HEADS
                && waitingOfBodies + bodyBytes(message) <= MOST_OF_BODIES;
    }

    private void count(Object message, int sign) {
        waitingOfHeads += sign * headBytes(message);
        waitingOfBodies += sign * bodyBytes(message);
    }

    private static int bodyBytes(Object message) {
        return message instanceof HttpContent body ? body.content().readableBytes() : 0;
    }

    private static int headBytes(Object message) {
        return message instanceof HttpRequest head ? bytes(head) : 0;
    }

    private static int bytes(HttpRequest head) {
        int bytes = head.uri().length();
        for (var headers = head.headers().iteratorCharSequence(); headers.hasNext(); ) {
            var header = headers.next();
            bytes += header.getKey().length() + header.getValue().length();
        }
        return bytes;
    }

    private boolean isBusy() {
        return isAnswering || isInBody;
    }

    private void pass(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            begun++;
            isAnswering = true;
            isInBody = true;
        }
        if (message instanceof LastHttpContent) {
            isInBody = false;
        }
        context.fireChannelRead(message);
    }

    @Override
    public void read(ChannelHandlerContext context) {
        if (waiting.isEmpty()) {
            context.read();
        } else {
            wantsMore = true;
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent && !isInterim(message)) {
            var taken = promise.unvoid();
            taken.addListener((ChannelFutureListener) written -> answered(context));
            context.write(message, taken);
        } else {
            context.write(message, promise);
        }
    }

    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    private void answered(ChannelHandlerContext context) {
        isAnswering = false;
        if (isInBody) {
            long request = begun;
            context.executor()
                    .schedule(
                            () -> closeUnlessComplete(context, request),
                            restWithin.toMillis(),
                            TimeUnit.MILLISECONDS);
        } else if (!waiting.isEmpty()) {
            // not within the writing of the answer before
            context.executor().execute(() -> passNext(context));
        }
    }

    /** A later request of the connection has its own time. */
    private void closeUnlessComplete(ChannelHandlerContext context, long request) {
        if (request == begun && isInBody) {
            context.close();
        }
    }

    private void passNext(ChannelHandlerContext context) {
        var passed = false;
        while (!waiting.isEmpty() && !(waiting.peek() instanceof HttpRequest && isBusy())) {
            var next = waiting.remove();
            count(next, -1);
            pass(context, next);
            passed = true;
        }
        if (passed) {
            context.fireChannelReadComplete();
        }
        if (waiting.isEmpty() && wantsMore) {
            wantsMore = false;
            context.read();
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
    }
}
