package haicap.acceptance.bench.doors;

import haicap.acceptance.bench.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a part holds: live heap after a collection, connections to its port, open streams.
 *
 * @param heapMiB live objects
 * @param sockets established connections that others have to its port
 * @param streams of its own count; 0 for a part that counts none
 */
public record Leftovers(double heapMiB, long sockets, long streams) {

    private static final double MEBIBYTES = 1 << 20;
    private static final String ESTABLISHED = "01";

    /** Of this part, now. */
    public static Leftovers of(Stage stage, String part) {
        collect(stage.system().process(part).pid());
        var address = stage.system().management(part).resolve("/actuator/prometheus");
        var operator = stage.api().as("operator");
        var metrics = operator.send(operator.request("").uri(address)).orFail().body();
        return new Leftovers(
                sum(metrics, "jvm_memory_used_bytes{area=\"heap\"") / MEBIBYTES,
                sockets(stage.system().port(part)),
                (long) sum(metrics, "haicap_streams_open"));
    }

    private static void collect(long pid) {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            new ProcessBuilder(jcmd, Long.toString(pid), "GC.run")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static double sum(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static long sockets(int port) {
        var local = ":%04X ".formatted(port);
        try {
            var count = 0L;
            for (var table : new String[] {"/proc/net/tcp", "/proc/net/tcp6"}) {
                count +=
                        Files.readAllLines(Path.of(table)).stream()
                                .map(line -> line.strip().split("\\s+"))
                                .filter(field -> (field[1] + " ").endsWith(local))
                                .filter(field -> field[3].equals(ESTABLISHED))
                                .count();
            }
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
