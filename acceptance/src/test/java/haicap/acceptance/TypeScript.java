package haicap.acceptance;

import java.io.IOException;
import java.nio.file.Path;

/** Where the generated TypeScript client is compiled and run, with what npm brings. */
final class TypeScript {

    private static final Path GENERATED = Path.of("target/typescript-client");
    private static final Path FOLDER = Path.of("target/typescript");
    private static final Workshop WORKSHOP =
            new Workshop("the TypeScript client", Path.of("src/test/typescript"), FOLDER);

    private TypeScript() {}

    static void requireNpm() {
        WORKSHOP.requireNpm();
    }

    /** The compiler of the lock file. */
    static void compile() throws IOException {
        Workshop.lay(GENERATED, FOLDER.resolve("client"));
        WORKSHOP.install();
        WORKSHOP.run("node", "node_modules/typescript/bin/tsc", "-p", ".");
    }

    /** What the last line printed says. */
    static String run(String... line) {
        return WORKSHOP.run(line);
    }
}
