package haicap.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The folder that holds everything that one local system keeps: data, logs, secrets, pid files. */
public record Home(Path root) {

    public Home {
        root = root.toAbsolutePath().normalize();
    }

    /** Where an instance writes what it has to say. */
    public Path log(Instance instance) {
        return in("logs").resolve(instance.label() + ".log");
    }

    /** Where the process of an instance is recorded. */
    public Path pid(Instance instance) {
        return in("run").resolve(instance.label() + ".pid");
    }

    /** The data of a part; the folder may not exist yet. */
    public Path data(Part part) {
        return root.resolve("data").resolve(part.label());
    }

    /** Keys, passwords and client secrets, for their owner's eyes only. */
    public Path secrets() {
        return in("secrets");
    }

    /** The ports in force for this system. */
    public Path ports() {
        return root.resolve("ports.properties");
    }

    /** How many instances each part of this system has. */
    public Path replicas() {
        return root.resolve("replicas");
    }

    /** The shift of the domain clock that all parts share. */
    public Path clockOffset() {
        return root.resolve("clock-offset");
    }

    /** What the seeds looked like when they were loaded. */
    public Path seedsMark() {
        return root.resolve("seeds.loaded");
    }

    /** Wipes everything; only for a system of which nothing runs. */
    public void wipe() {
        if (!Files.exists(root)) {
            return;
        }
        try (var files = Files.walk(root)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new Failure("Không xóa được " + root, "Cannot wipe " + root, e);
        }
    }

    private Path in(String folder) {
        try {
            return Files.createDirectories(root.resolve(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
