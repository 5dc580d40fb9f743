package haicap.local.parts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A program that runs to its end on our behalf. */
public final class Tool {

    private Tool() {}

    /** Runs it; a {@link Failure} carries what it said when it failed. */
    public static String run(List<String> command) {
        return run(command, Map.of());
    }

    /** Runs it with more environment. */
    public static String run(List<String> command, Map<String, String> environment) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new Failure(
                        "“%s” thất bại".formatted(command.getFirst()),
                        "“%s” failed:\n%s".formatted(String.join(" ", command), said.strip()));
            }
            return said;
        } catch (IOException e) {
            throw new Failure(
                    "Không chạy được “%s”".formatted(command.getFirst()),
                    "Cannot run “%s”".formatted(command.getFirst()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Bị ngắt", "Interrupted", e);
        }
    }

    /** Whether it runs and succeeds. */
    public static boolean succeeds(List<String> command) {
        try {
            run(command);
            return true;
        } catch (Failure e) {
            return false;
        }
    }
}
