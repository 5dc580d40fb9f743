package haicap.platform.testing.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Bodies that work, one file an operation. */
final class Examples {

    private static final Path FOLDER = Path.of("src/test/resources/openapi/examples");

    private Examples() {}

    static Object of(String operation) {
        try {
            return new ObjectMapper().readTree(FOLDER.resolve(operation + ".json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("no example for " + operation + " in " + FOLDER, e);
        }
    }
}
