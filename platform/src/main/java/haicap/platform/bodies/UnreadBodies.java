package haicap.platform.bodies;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was refused before its body had come. The answer goes out first; then the rest is read over
 * for a moment, so that the answer arrives and the connection serves on. What has not come by then
 * is not waited for, as the container would, a byte at a time and for as long as the sender likes:
 * the connection is closed.
 */
final class UnreadBodies extends ValveBase {

    private static final Logger log = LoggerFactory.getLogger(UnreadBodies.class);

    private final long patienceNanos;

    UnreadBodies(Duration patience) {
        super(true);
        this.patienceNanos = patience.toNanos();
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (!request.isAsync() && !isRead(request)) {
            response.finishResponse();
            if (isGivenUp(response) || !readOver(request)) {
                request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
        }
    }

    /** Whoever refused has said that the connection ends. */
    private static boolean isGivenUp(Response response) {
        return "close".equalsIgnoreCase(response.getHeader("Connection"));
    }

    /** Below the request's stream, which whoever refused may have closed. */
    private boolean readOver(Request request) {
        var arrived = new Arrived();
        long until = System.nanoTime() + patienceNanos;
        try {
            while (System.nanoTime() - until < 0) {
                if (request.getCoyoteRequest().doRead(arrived) < 0) {
                    return true;
                }
            }
        } catch (IOException | IllegalStateException gone) {
            log.debug("the rest of a body does not come: {}", gone.toString());
        }
        return false;
    }

    /** Takes what the container has read, and forgets it. */
    private static final class Arrived implements ApplicationBufferHandler {

        private ByteBuffer piece = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer read) {
            piece = read;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return piece;
        }

        @Override
        public void expand(int size) {
            // the container brings its own
        }
    }

    private static boolean isRead(Request request) {
        var read = new AtomicBoolean();
        request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, read);
        return read.get();
    }
}
