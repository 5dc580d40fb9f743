package haicap.acceptance.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The one command as people call it: a process of its own, judged by its exit code. */
final class Command {

    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final Checkout checkout;
    private final Map<String, String> environment;

    Command(Checkout checkout, Map<String, String> environment) {
        this.checkout = checkout;
        this.environment = environment;
    }

    /** Returns what it printed. */
    String run(List<String> arguments) {
        var line = new ArrayList<>(List.of(checkout.command().toString()));
        line.addAll(arguments);
        return run(line, String.join(" ", arguments), Map.of());
    }

    /** Runs lines as somebody types them into a shell in the project's folder. */
    String typed(String lines, Map<String, String> more) {
        return run(List.of("bash", "-eu", "-c", lines), "typed", more);
    }

    private String run(List<String> line, String said, Map<String, String> more) {
        Path output = null;
        try {
            output = Files.createTempFile("haicap-", ".out");
            var builder =
                    new ProcessBuilder(line)
                            .directory(checkout.root().toFile())
                            .redirectInput(Path.of("/dev/null").toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            builder.environment().putAll(more);
            var process = builder.start();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new CommandFailed(said, "did not end", Files.readString(output));
            }
            if (process.exitValue() != 0) {
                throw new CommandFailed(
                        said, "ended with " + process.exitValue(), Files.readString(output));
            }
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed(said, "was interrupted", "");
        } finally {
            forget(output);
        }
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
