package haicap.platform.streams;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Serves server-sent events (HTML standard, 9.2), each client from a virtual thread of its own.
 *
 * <ol>
 *   <li>A comment goes out at once, so that the first byte passes every hop; then the request's
 *       thread is free for other requests.
 *   <li>The client's thread pulls what follows the client's own place, writes it and flushes. A
 *       slow client holds up only its own thread; nothing is queued for it.
 *   <li>Each second it asks whether the caller may still listen, and ends the stream when not.
 *   <li>After fifteen seconds of silence it sends a comment, which also finds out dead clients.
 * </ol>
 *
 * <p>A stream ends when the client leaves, may no longer listen, or the service stops.
 */
@Component
public class Streams implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Streams.class);
    private static final String COMMENT = ":\n\n";
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final long SILENCE_NANOS = Duration.ofSeconds(14).toNanos();

    private final Set<Thread> serving = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    /**
     * Opens the stream and returns; the source is served until it ends. Who asks for the headers
     * only ({@code HEAD}) gets them, and no stream: nobody would ever end it.
     */
    public void serve(
            HttpServletRequest request,
            HttpServletResponse response,
            StreamSource source,
            BooleanSupplier mayListen)
            throws IOException {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("X-Accel-Buffering", "no");
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        var exchange = request.startAsync();
        exchange.setTimeout(0);
        var line = new Line(exchange, response.getOutputStream());
        line.write(COMMENT);
        Thread.ofVirtual().name("stream").start(() -> serve(line, source, mayListen));
    }

    private void serve(Line line, StreamSource source, BooleanSupplier mayListen) {
        serving.add(Thread.currentThread());
        try {
            pump(line, source, mayListen);
        } catch (InterruptedException e) {
            goodbye(line);
        } catch (IOException | RuntimeException e) {
            log.debug("a stream ends: {}", e.toString());
        } finally {
            serving.remove(Thread.currentThread());
            line.end();
        }
    }

    private void pump(Line line, StreamSource source, BooleanSupplier mayListen)
            throws IOException, InterruptedException {
        long lastWritten = System.nanoTime();
        long lookedAt = System.nanoTime();
        while (running) {
            var events = source.next(LOOK_AGAIN);
            long now = System.nanoTime();
            if (now - lookedAt >= LOOK_AGAIN.toNanos() / 2) {
                if (!mayListen.getAsBoolean()) {
                    return;
                }
                lookedAt = now;
            }
            if (!events.isEmpty()) {
                var text = new StringBuilder();
                events.forEach(event -> append(text, event));
                line.write(text.toString());
                lastWritten = now;
            } else if (now - lastWritten > SILENCE_NANOS) {
                line.write(COMMENT);
                lastWritten = now;
            }
        }
    }

    private static void append(StringBuilder text, StreamEvent event) {
        if (event.id() != null) {
            text.append("id: ").append(event.id()).append('\n');
        }
        text.append("event: ").append(event.name()).append('\n');
        text.append("data: ").append(event.data()).append("\n\n");
    }

    private static void goodbye(Line line) {
        try {
            line.write("retry: 1000\n\n");
        } catch (IOException e) {
            log.debug("a listener left before the end: {}", e.toString());
        }
    }

    /** Streams that are being served now. */
    public int open() {
        return serving.size();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        serving.forEach(Thread::interrupt);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server stops gracefully, or it would wait for the streams. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
