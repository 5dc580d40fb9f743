package haicap.local.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the kernel tells of a process. Read directly, because a zombie must not count as alive. */
final class ProcessTable {

    private static final int PARENT = 1;
    private static final int THREADS = 17;
    private static final int STARTED = 19;

    /**
     * A live process; {@code started} (clock ticks since boot) tells it from a later one of the
     * same id.
     */
    record Entry(long pid, long parent, long started) {}

    private ProcessTable() {}

    static Optional<Entry> find(long pid) {
        return read(Path.of("/proc", Long.toString(pid), "stat")).flatMap(stat -> parse(pid, stat));
    }

    /** Resident bytes; pages shared with other processes are counted in part only, where told. */
    static long residentBytes(long pid) {
        var proc = Path.of("/proc", Long.toString(pid));
        return read(proc.resolve("smaps_rollup"))
                .flatMap(text -> kilobytes(text, "Pss:"))
                .or(() -> read(proc.resolve("status")).flatMap(text -> kilobytes(text, "VmRSS:")))
                .map(kilobytes -> kilobytes * 1024)
                .orElse(0L);
    }

    /**
     * The command's name stands in brackets and may itself hold brackets and blanks. A process
     * whose first thread is a zombie lives, and holds its ports, until its other threads are gone,
     * too.
     */
    static Optional<Entry> parse(long pid, String stat) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        var zombie = fields[0].equals("Z") && Long.parseLong(fields[THREADS]) <= 1;
        return zombie || fields[0].equals("X")
                ? Optional.empty()
                : Optional.of(
                        new Entry(
                                pid,
                                Long.parseLong(fields[PARENT]),
                                Long.parseLong(fields[STARTED])));
    }

    private static Optional<Long> kilobytes(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .map(line -> Long.parseLong(line.replaceAll("\\D+", "")));
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
