package haicap.local.demo;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Counts how orders end. Safe for all threads. */
final class Tally {

    private final long[] acceptedMicros;
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();
    private final AtomicLong repeats = new AtomicLong();
    private final Map<Integer, AtomicLong> refused = new ConcurrentSkipListMap<>();

    Tally(int most) {
        this.acceptedMicros = new long[most];
    }

    void add(Delivered delivered) {
        repeats.addAndGet(delivered.repeats());
        if (delivered.accepted()) {
            acceptedMicros[(int) accepted.getAndIncrement()] = delivered.took().toNanos() / 1_000;
        } else if (delivered.refused()) {
            refused.computeIfAbsent(delivered.status(), status -> new AtomicLong())
                    .incrementAndGet();
        } else {
            unanswered.incrementAndGet();
        }
    }

    long accepted() {
        return accepted.get();
    }

    long refused() {
        return refused.values().stream().mapToLong(AtomicLong::get).sum();
    }

    long unanswered() {
        return unanswered.get();
    }

    long repeats() {
        return repeats.get();
    }

    double millis(double share) {
        var sorted = Arrays.copyOf(acceptedMicros, (int) accepted.get());
        Arrays.sort(sorted);
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.ceil(share * sorted.length) - 1] / 1_000.0;
    }

    void print(PrintWriter out) {
        var byStatus =
                new TreeMap<>(refused)
                        .entrySet().stream()
                                .map(e -> " (%d: %d)".formatted(e.getKey(), e.getValue().get()))
                                .collect(Collectors.joining());
        out.printf(
                """
                Đã nhận · accepted      %d
                Từ chối · refused       %d%s
                Không trả lời · lost    %d
                Gửi lại · repeated      %d
                p50 / p99               %.1f / %.1f ms
                """,
                accepted(),
                refused(),
                byStatus,
                unanswered(),
                repeats(),
                millis(0.5),
                millis(0.99));
        out.flush();
    }
}
