package haicap.platform.streams;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The open response of one stream, which belongs to its client's thread until either side ends it.
 *
 * <p>When a write fails, the container learns of it on a thread of its own, ends the request and
 * gives its objects to the next one. It must not do so before the thread that was writing has left
 * them, or that next request would get the failure; so the container waits here for the lock.
 */
final class Line implements AsyncListener {

    private final AsyncContext exchange;
    private final ServletOutputStream out;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean ended;

    Line(AsyncContext exchange, ServletOutputStream out) {
        this.exchange = exchange;
        this.out = out;
        exchange.addListener(this);
    }

    /** Writes and flushes; fails when the client has left. */
    void write(String text) throws IOException {
        lock.lock();
        try {
            if (ended) {
                throw new EOFException("the container has ended the stream");
            }
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the response, unless the container has done so. */
    void end() {
        lock.lock();
        try {
            if (!ended) {
                ended = true;
                exchange.complete();
            }
        } finally {
            lock.unlock();
        }
    }

    private void endedByContainer() {
        lock.lock();
        try {
            ended = true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onError(AsyncEvent event) {
        endedByContainer();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        endedByContainer();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        endedByContainer();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // a stream is begun once
    }
}
