package haicap.acceptance;

import haicap.acceptance.system.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Where the generated TypeScript client is compiled and run, with what npm brings. */
final class TypeScript {

    private static final Path WRITTEN = Path.of("src/test/typescript");
    private static final Path GENERATED = Path.of("target/typescript-client");
    private static final Path WORKSHOP = Path.of("target/typescript");

    private TypeScript() {}

    /** Where npm is missing the test says so; on CI that is a failure. */
    static void requireNpm() {
        boolean there =
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "npm")));
        var missing = "not run, the TypeScript client: it needs node 20 with npm (package npm)";
        if (!there && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(missing);
        }
        Assumptions.assumeTrue(there, missing);
    }

    /** The compiler of the lock file, and no script of any package. */
    static void compile() throws IOException {
        lay(WRITTEN, WORKSHOP);
        lay(GENERATED, WORKSHOP.resolve("client"));
        run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
        run("node", "node_modules/typescript/bin/tsc", "-p", ".");
    }

    /** What the last line printed says. */
    static String run(String... line) {
        return Command.in(WORKSHOP).run(line).lines().reduce("", (before, after) -> after);
    }

    private static void lay(Path from, Path into) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var to = into.resolve(from.relativize(file));
                Files.createDirectories(to.getParent());
                Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
