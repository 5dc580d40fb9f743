package haicap.local.parts;

import java.nio.file.Path;

/** The project's folder: built jars, seeds, and the prepared copies that parts run from. */
public record Checkout(Path root) {

    private static final String VERSION = "0.4.0";

    public Checkout {
        root = root.toAbsolutePath().normalize();
    }

    /** The executable jar that a part is built into. */
    public Path jar(Part part) {
        var module =
                switch (part) {
                    case ORG_STRUCTURE, CASE, INSPECTION, REPORTING -> part.label() + "-service";
                    case GATEWAY -> "gateway";
                    case POSTGRES, KAFKA, IDENTITY -> "local";
                };
        return root.resolve(module)
                .resolve("target")
                .resolve("%s-%s-app.jar".formatted(module, VERSION));
    }

    /** The facts that every system begins with. */
    public Path seeds() {
        return root.resolve("seeds");
    }

    /** Prepared copies shared by all systems of this checkout. Safe to delete when none runs. */
    public Path prepared() {
        return root.resolve("local").resolve("target").resolve("prepared");
    }
}
