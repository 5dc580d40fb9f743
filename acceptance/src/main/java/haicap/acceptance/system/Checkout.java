package haicap.acceptance.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The project's folder, in which the one command lies. */
public record Checkout(Path root) {

    /** The folder that we were started in, or the nearest one above it that holds the command. */
    public static Checkout here() {
        var start = Path.of("").toAbsolutePath();
        return Stream.iterate(start, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isExecutable(folder.resolve("haicap")))
                .findFirst()
                .map(Checkout::new)
                .orElseThrow(() -> new IllegalStateException("no ./haicap at or above " + start));
    }

    Path command() {
        return root.resolve("haicap");
    }

    /** Where a system keeps its data; left behind for a look after a failure. */
    Path home(String name) {
        return root.resolve("acceptance/target/systems").resolve(name);
    }
}
