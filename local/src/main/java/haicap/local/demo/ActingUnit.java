package haicap.local.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * A unit that acts through its chief and its duty officer, and remembers the reports that it took.
 */
final class ActingUnit {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int REMEMBERED = 20;

    /** A report that still has a way to go. */
    record Pending(String id, String etag, boolean classified) {}

    private final String code;
    private final String id;
    private final Deque<Pending> pending = new ArrayDeque<>();

    ActingUnit(String code, String id) {
        this.code = code;
        this.id = id;
    }

    String chief() {
        return "chief-" + code;
    }

    String officer() {
        return "officer-" + code;
    }

    String dutyPost() {
        return "duty-" + id;
    }

    /** Takes a report out of the memory; who works on it puts it back. */
    synchronized Optional<Pending> next() {
        return Optional.ofNullable(pending.pollFirst());
    }

    void remember(Delivered delivered, boolean classified) {
        var report = JSON.readTree(delivered.body()).path("id").asString("");
        if (!report.isEmpty()) {
            putBack(new Pending(report, delivered.etag(), classified));
        }
    }

    private synchronized void putBack(Pending report) {
        if (pending.size() < REMEMBERED) {
            pending.addLast(report);
        }
    }
}
