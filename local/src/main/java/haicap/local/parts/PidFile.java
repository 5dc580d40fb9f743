package haicap.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Remembers between two commands which process a part is. */
final class PidFile {

    private final Path file;

    PidFile(Path file) {
        this.file = file;
    }

    void record(Running running) {
        try {
            Files.writeString(file, running.pid() + " " + running.started() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The recorded process, if it is still the same and alive. */
    Optional<Running> running() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var fields = Files.readString(file).strip().split(" ");
            return Optional.of(new Running(Long.parseLong(fields[0]), Long.parseLong(fields[1])))
                    .filter(Running::alive);
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
