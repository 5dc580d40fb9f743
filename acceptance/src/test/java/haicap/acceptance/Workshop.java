package haicap.acceptance;

import haicap.acceptance.system.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A folder in which something that npm brings is run.
 *
 * @param what it is, for who must install npm
 * @param written what is kept in the sources
 * @param folder where it is run
 */
record Workshop(String what, Path written, Path folder) {

    /** Where npm is missing the test says so; on CI that is a failure. */
    void requireNpm() {
        Tools.require("npm", what + " needs node 20 with npm (package npm)");
    }

    /** What the lock file names, and no script of any package. */
    void install() throws IOException {
        lay(written, folder);
        run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
    }

    /** What the last line printed says. */
    String run(String... line) {
        return Command.in(folder).run(line).lines().reduce("", (before, after) -> after);
    }

    static void lay(Path from, Path into) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var to = into.resolve(from.relativize(file));
                Files.createDirectories(to.getParent());
                Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
