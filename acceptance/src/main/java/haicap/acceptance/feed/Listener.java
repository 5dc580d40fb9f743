package haicap.acceptance.feed;

import haicap.acceptance.client.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Listens to one stream for as long as it is open: whenever the connection ends it comes back with
 * the last position that it was told. It keeps everything that it hears, in order.
 */
public final class Listener implements AutoCloseable {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    /**
     * One connection.
     *
     * @param resumedAt the position that it asked to go on from; null for the very beginning
     * @param status what the request was answered; 0 when nobody answered
     * @param events how many it brought
     * @param dropped whether this side ended it
     */
    public record Connection(@Nullable String resumedAt, int status, int events, boolean dropped) {}

    private final Session session;
    private final String path;
    private final Consumer<Told> also;
    private final Thread thread;
    private final Heard heard = new Heard();
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private volatile @Nullable String position;
    private volatile @Nullable InputStream stream;
    private volatile boolean open = true;
    private volatile boolean dropped;
    private volatile boolean away;
    private final AtomicLong openings = new AtomicLong();

    private Listener(Session session, String path, @Nullable String position, Consumer<Told> also) {
        this.session = session;
        this.path = path;
        this.position = position;
        this.also = also;
        this.thread = Thread.ofPlatform().name("listener").daemon().unstarted(this::listen);
    }

    /** Listens from a position on, or from now. */
    public static Listener to(Session session, String path, @Nullable String position) {
        return to(session, path, position, told -> {});
    }

    /** The same, and {@code also} hears everything at once. */
    public static Listener to(
            Session session, String path, @Nullable String position, Consumer<Told> also) {
        var listener = new Listener(session, path, position, also);
        listener.thread.start();
        return listener;
    }

    /** What it has heard so far, and a way to wait for more. */
    public Heard heard() {
        return heard;
    }

    /** The connections that have ended. */
    public List<Connection> connections() {
        return connections;
    }

    /** How many times a stream was opened. */
    public long openings() {
        return openings.get();
    }

    /** Whether a stream is open at this moment. */
    public boolean isListening() {
        return stream != null;
    }

    /** Drops the connection and stays away until {@link #comeBack}. */
    public void drop() {
        away = true;
        dropped = true;
        hangUp();
    }

    /** Ends its absence. */
    public void comeBack() {
        away = false;
        LockSupport.unpark(thread);
    }

    private void listen() {
        while (open) {
            if (away) {
                LockSupport.parkNanos(PAUSE_NANOS);
            } else {
                connect();
            }
        }
    }

    private void connect() {
        var from = position;
        var status = 0;
        var before = heard.size();
        dropped = false;
        try {
            var response = session.open(path, from);
            status = response.statusCode();
            try (var body = response.body()) {
                if (status == 200) {
                    read(body);
                }
            }
        } catch (UncheckedIOException | IOException | CancellationException e) {
            // the connection has ended, which is told below
        } finally {
            stream = null;
        }
        connections.add(new Connection(from, status, heard.size() - before, dropped));
        if (open && !dropped) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void read(InputStream body) throws IOException {
        stream = body;
        openings.incrementAndGet();
        var parser =
                new SseParser(
                        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8)));
        for (var block = parser.next(); block.isPresent(); block = parser.next()) {
            var event = block.get();
            if (event.comment() && event.id() == null) {
                continue;
            }
            if (dropped) {
                return;
            }
            if (event.id() != null) {
                position = event.id();
            }
            var told = new Told(event.id(), event.name(), event.data(), System.nanoTime());
            also.accept(told);
            heard.add(told);
        }
    }

    private void hangUp() {
        var now = stream;
        if (now != null) {
            try {
                now.close();
            } catch (IOException e) {
                // it was closed already
            }
        }
    }

    @Override
    public void close() {
        open = false;
        hangUp();
        thread.interrupt();
    }
}
