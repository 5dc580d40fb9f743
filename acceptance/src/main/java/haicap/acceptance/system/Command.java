package haicap.acceptance.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A line as people type it: a process of its own, judged by its exit code.
 *
 * @param folder where it runs
 * @param environment what it is told besides what we were told
 */
public record Command(Path folder, Map<String, String> environment) {

    private static final Duration PATIENCE = Duration.ofMinutes(8);

    /** In a folder, told nothing else. */
    public static Command in(Path folder) {
        return new Command(folder, Map.of());
    }

    /** Returns what it printed. */
    public String run(String... line) {
        return run(List.of(line));
    }

    /** Returns what it printed. */
    public String run(List<String> line) {
        Path output = null;
        try {
            output = Files.createTempFile("haicap-", ".out");
            var process = start(line, output);
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new CommandFailed(line, "did not end", Files.readString(output));
            }
            if (process.exitValue() != 0) {
                throw new CommandFailed(
                        line, "ended with " + process.exitValue(), Files.readString(output));
            }
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed(line, "was interrupted", "");
        } finally {
            forget(output);
        }
    }

    private Process start(List<String> line, Path output) throws IOException {
        var builder =
                new ProcessBuilder(line)
                        .directory(folder.toFile())
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static void forget(@org.jspecify.annotations.Nullable Path output) {
        try {
            if (output != null) {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
