package haicap.acceptance.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A process and its children, as Linux counts them. */
public record ProcessFamily(long pid) {

    private static final int TICKS_PER_SECOND = 100;
    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    static ProcessFamily recordedIn(Path pidFile) {
        try {
            return new ProcessFamily(Long.parseLong(Files.readString(pidFile).split(" ")[0]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Processor time used so far, children that have ended included. */
    public Duration cpu() {
        var ticks = members().map(ProcessFamily::ticks).sum();
        return Duration.ofMillis(ticks * 1_000 / TICKS_PER_SECOND);
    }

    /** Processor time used so far by the compilers of the JVM that it is. */
    public Duration compilersCpu() {
        try (var threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            var ticks =
                    threads.map(thread -> stat(thread.resolve("stat")))
                            .filter(stat -> stat.contains("CompilerThre"))
                            .mapToLong(stat -> sum(stat, USER_TIME, SYSTEM_TIME))
                            .sum();
            return Duration.ofMillis(ticks * 1_000 / TICKS_PER_SECOND);
        } catch (IOException e) {
            return Duration.ZERO; // it has ended in the meantime
        }
    }

    /** Resident bytes; memory that several of them share is counted once. */
    public long residentBytes() {
        return members().map(ProcessFamily::proportionalBytes).sum();
    }

    /** The flags of the JVM that it is, without class path and cache. */
    public String flags() {
        try {
            var line = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
            return Stream.of(line.split("\0"))
                    .filter(word -> word.startsWith("-X"))
                    .map(word -> word.startsWith("-XX:AOTCache=") ? "-XX:AOTCache" : word)
                    .collect(Collectors.joining(" "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it where it stands, until {@link #wake}. */
    public void pause() {
        signal("STOP");
    }

    /** Lets it go on. */
    public void wake() {
        signal("CONT");
    }

    /** Asks it to end in good order, and returns when it has. */
    public void end() {
        signal("TERM");
        ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private LongStream members() {
        var children =
                ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::descendants)
                        .mapToLong(ProcessHandle::pid);
        return LongStream.concat(LongStream.of(pid), children);
    }

    /** Own time, and that of children already waited for, after the name in parentheses. */
    private static long ticks(long pid) {
        var stat = stat(Path.of("/proc", Long.toString(pid), "stat"));
        return sum(stat, USER_TIME, SYSTEM_TIME, USER_TIME + 2, SYSTEM_TIME + 2);
    }

    private static long sum(String stat, int... places) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return IntStream.of(places)
                .filter(place -> place < fields.length)
                .mapToLong(place -> Long.parseLong(fields[place]))
                .sum();
    }

    /** Of what has ended in the meantime, none. */
    private static String stat(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return ") ";
        }
    }

    private static long proportionalBytes(long pid) {
        return read(pid, "smaps_rollup").stream()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1_024)
                .sum();
    }

    private static List<String> read(long pid, String file) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException e) {
            return List.of(); // it has ended in the meantime
        }
    }
}
