package haicap.acceptance;

import haicap.acceptance.client.Session;
import haicap.acceptance.client.Session.Write;
import haicap.acceptance.load.Paperwork;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** One officer writes report after report on several lines at once, each sent a single time. */
final class Writing {

    private final Session officer;
    private final List<Write> sent = new CopyOnWriteArrayList<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final ExecutorService lines = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean going = true;

    Writing(Session officer, int lines) {
        this.officer = officer;
        for (var line = 0; line < lines; line++) {
            this.lines.execute(this::write);
        }
    }

    private void write() {
        while (going) {
            var write = Paperwork.report();
            sent.add(write);
            try {
                if (!officer.send(write).accepted()) {
                    return; // the service is away
                }
                answered.incrementAndGet();
            } catch (UncheckedIOException e) {
                return; // so is the answer
            }
        }
    }

    void stop() {
        going = false;
        lines.close();
    }

    List<Write> sent() {
        return sent;
    }

    /** How many were answered with success. */
    int answered() {
        return answered.get();
    }
}
