package haicap.acceptance;

import haicap.acceptance.walker.Shot;
import haicap.acceptance.walker.Verdict.Heard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** What the walker sent, what it heard, and what must therefore stand in the books. */
final class WalkTally {

    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger unsendable = new AtomicInteger();
    private final Map<Integer, AtomicInteger> byStatus = new ConcurrentSkipListMap<>();
    private final Map<String, AtomicInteger> byCode = new ConcurrentSkipListMap<>();
    private final Map<String, AtomicInteger> byOperation = new ConcurrentHashMap<>();
    private final Map<String, String> faults = new ConcurrentHashMap<>();

    /** A write is one, however often it is sent to its part under one key. */
    private final Map<String, Shot> written = new ConcurrentHashMap<>();

    void unsendable() {
        unsendable.incrementAndGet();
    }

    void unanswered(Shot shot, Duration after, IOException e) {
        faults.put(
                shot.toString(),
                "no answer, %d s after the first: %s".formatted(after.toSeconds(), e));
    }

    void add(Shot shot, String caller, Heard heard, List<String> wrong) {
        sent.incrementAndGet();
        count(byStatus, heard.status());
        count(byOperation, shot.operation().name());
        if (heard.status() >= 400) {
            count(byCode, heard.status() + " " + heard.code());
        }
        if (!wrong.isEmpty()) {
            var said = String.join("; ", wrong);
            faults.put(shot.toString(), said.substring(0, Math.min(400, said.length())));
        }
        if (heard.status() / 100 == 2
                && shot.method().equals("POST")
                && shot.operation().writes()
                && !isImport(shot)) {
            var part = shot.operation().part();
            written.put(part + " " + caller + " " + shot.header("Idempotency-Key"), shot);
        }
    }

    /** A list that is imported is kept row by row, not as one write under a key. */
    private static boolean isImport(Shot shot) {
        return shot.operation().path().contains("imports");
    }

    private static <K> void count(Map<K, AtomicInteger> counts, K key) {
        counts.computeIfAbsent(key, each -> new AtomicInteger()).incrementAndGet();
    }

    int sent() {
        return sent.get();
    }

    Set<String> operations() {
        return byOperation.keySet();
    }

    Map<String, String> faults(int most) {
        return new TreeMap<>(faults)
                .entrySet().stream()
                        .limit(most)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void print(Duration took) {
        System.out.printf(
                "walker: %d requests (%d more that no client can send) at %d operations in %d s,"
                        + " at least %d each%n",
                sent.get(),
                unsendable.get(),
                byOperation.size(),
                took.toSeconds(),
                byOperation.values().stream().mapToInt(AtomicInteger::get).min().orElse(0));
        System.out.println("walker: answered " + byStatus);
        System.out.println("walker: refused " + byCode);
        System.out.println("walker: " + written.size() + " writes accepted");
        System.out.println("walker: " + faults.size() + " faults");
    }

    /** All faults, for reading. */
    void write(Path file) throws IOException {
        var lines = new TreeMap<>(faults).entrySet().stream().map(Object::toString).toList();
        Files.write(file, lines);
    }

    /** By how much the books have grown, if every accepted write was done once and whole. */
    Map<String, Long> expectedIn(Books books) {
        var expected = new TreeMap<String, Long>();
        books.counts().keySet().forEach(name -> expected.put(name, 0L));
        for (var shot : written.values()) {
            var part = shot.operation().part();
            expected.merge(part + " writes", 1L, Long::sum);
            var made =
                    switch (shot.operation().path()) {
                        case "/api/v1/crime-reports" -> "crime-reports";
                        case "/api/v1/obstacles" -> "obstacles";
                        case "/api/v1/campaigns" -> "campaigns";
                        default -> shot.operation().path().endsWith("/holds") ? "holds" : "writes";
                    };
            if (!made.equals("writes")) {
                expected.merge(part + " " + made, 1L, Long::sum);
            }
        }
        return expected;
    }
}
