package haicap.deploy;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the Dockerfile makes of a module, without an engine: a root of its own with the layers where
 * it puts them, the entry point, the environment and the user that it names.
 */
record Image(Path root, List<String> entryPoint, Map<String, String> environment, String user) {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

    static Image of(String module) throws IOException {
        var jar = CHECKOUT.resolve(module).resolve("target/%s-0.4.0-app.jar".formatted(module));
        if (!Files.exists(jar)) {
            missing(jar + " is not built");
        }
        var root = Path.of("target/images", module).toAbsolutePath();
        if (!Files.exists(root)
                || Files.getLastModifiedTime(root).compareTo(Files.getLastModifiedTime(jar)) < 0) {
            build(module, jar, root);
        }
        var dockerfile = Files.readString(Path.of("Dockerfile"));
        return new Image(
                root,
                List.of(found(dockerfile, "ENTRYPOINT \\[(.+)]").replace("\"", "").split(", *")),
                Map.of("JDK_JAVA_OPTIONS", found(dockerfile, "ENV JDK_JAVA_OPTIONS=\"(.+)\"")),
                found(dockerfile, "USER (.+)"));
    }

    /** As the Dockerfile does, and with the folders that a base image has. */
    private static void build(String module, Path jar, Path root) throws IOException {
        Ran.in(Path.of("."), List.of("rm", "-rf", root.toString()));
        for (var folder :
                List.of(
                        "usr",
                        "dev",
                        "proc",
                        "tmp",
                        "etc",
                        "opt/java",
                        "app",
                        "etc/haicap/secrets",
                        "etc/haicap/authorities")) {
            Files.createDirectories(root.resolve(folder));
        }
        for (var link : List.of("bin", "lib", "lib64")) {
            Files.createSymbolicLink(root.resolve(link), Path.of("usr", link));
        }
        for (var file : List.of("hosts", "resolv.conf", "nsswitch.conf")) {
            if (Files.exists(Path.of("/etc", file))) {
                Files.write(
                        root.resolve("etc").resolve(file),
                        Files.readAllBytes(Path.of("/etc", file)));
            }
        }
        // where a distribution keeps the authorities of all its JVMs
        var authorities =
                Path.of(System.getProperty("java.home"), "lib/security/cacerts").toRealPath();
        if (authorities.startsWith("/etc")) {
            var place = root.resolve(authorities.toString().substring(1));
            Files.createDirectories(place.getParent());
            Files.createFile(place);
        }
        var unpacked = root.resolveSibling(module + ".layers");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Files.copy(jar, root.resolveSibling("app.jar"), StandardCopyOption.REPLACE_EXISTING);
        var ran =
                Ran.in(
                        root.getParent(),
                        List.of(
                                java,
                                "-Djarmode=tools",
                                "-jar",
                                "app.jar",
                                "extract",
                                "--layers",
                                "--destination",
                                unpacked.toString()));
        if (ran.code() != 0) {
            throw new IllegalStateException(ran.said() + ran.complaints());
        }
        for (var layer :
                List.of(
                        "dependencies",
                        "spring-boot-loader",
                        "snapshot-dependencies",
                        "application")) {
            if (Files.exists(unpacked.resolve(layer))) {
                Ran.in(
                        Path.of("."),
                        List.of(
                                "cp",
                                "-a",
                                unpacked.resolve(layer) + "/.",
                                root.resolve("app").toString()));
            }
        }
        Ran.in(Path.of("."), List.of("rm", "-rf", unpacked.toString()));
    }

    private static String found(String text, String pattern) {
        var match = Pattern.compile(pattern).matcher(text);
        if (!match.find()) {
            throw new IllegalStateException("the Dockerfile lacks " + pattern);
        }
        return match.group(1);
    }

    static void missing(String why) {
        if ("true".equals(System.getenv("CI"))) {
            fail(why);
        } else {
            abort(why);
        }
    }
}
