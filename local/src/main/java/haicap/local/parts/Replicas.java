package haicap.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How many instances each part of a system has; what is not named has one. Immutable. */
public final class Replicas {

    private static final int MOST = 9;

    private final Map<Part, Integer> counts;

    private Replicas(Map<Part, Integer> counts) {
        this.counts = counts;
    }

    /** Reads {@code case=2,reporting=2}; a {@link Failure} says what is wrong with it. */
    public static Replicas parse(String text) {
        var counts = new EnumMap<Part, Integer>(Part.class);
        for (var entry : text.split(",", -1)) {
            var sides = entry.strip().split("=", -1);
            if (sides.length != 2 || !sides[1].matches("[1-" + MOST + "]")) {
                throw new Failure(
                        "“%s” không phải là PHẦN=SỐ, số từ 1 đến %d".formatted(entry, MOST),
                        "“%s” is not PART=NUMBER, the number from 1 to %d".formatted(entry, MOST));
            }
            var part = Part.named(sides[0]);
            var count = Integer.parseInt(sides[1]);
            if (count > 1 && !part.isService()) {
                throw new Failure(
                        "%s chỉ chạy một bản trên máy này".formatted(part),
                        "%s runs once on this machine".formatted(part));
            }
            counts.put(part, count);
        }
        return new Replicas(counts);
    }

    /** One of each part. */
    public static Replicas none() {
        return new Replicas(Map.of());
    }

    /** What this system was last started with. */
    public static Replicas recordedIn(Home home) {
        try {
            return Files.exists(home.replicas())
                    ? parse(Files.readString(home.replicas()).strip())
                    : none();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes it down, so that later commands know every instance. */
    public void recordIn(Home home) {
        var lines = counts.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
        try {
            Files.createDirectories(home.root());
            Files.writeString(home.replicas(), String.join(",", lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every instance, in the order in which people think of the parts. */
    public List<Instance> all() {
        var all = new ArrayList<Instance>();
        for (var part : Part.values()) {
            all.addAll(of(part));
        }
        return all;
    }

    /** The instances of a part. */
    public List<Instance> of(Part part) {
        return IntStream.rangeClosed(1, counts.getOrDefault(part, 1))
                .mapToObj(number -> new Instance(part, number))
                .toList();
    }
}
