package haicap.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Tools of others that some tests use and that are not on every machine. */
final class Tools {

    private Tools() {}

    /**
     * Where it is missing the test says so; on CI that is a failure.
     *
     * @param needed what is told to who must install it
     */
    static void require(String tool, String needed) {
        boolean there =
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, tool)));
        if (!there && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("not run: " + needed);
        }
        Assumptions.assumeTrue(there, "not run: " + needed);
    }
}
