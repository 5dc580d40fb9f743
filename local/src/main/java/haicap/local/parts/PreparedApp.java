package haicap.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.ZipFile;

/**
 * A built jar unpacked to where parts run it from: a class path of plain jars starts faster than
 * nested ones, an AOT cache needs it, and a later build does not pull classes from under a running
 * part. The folder is named by content, so it is unpacked once and old AOT caches never apply.
 */
public record PreparedApp(Path jar) {

    /** Unpacks what a part is built into, unless that has been done. */
    public static PreparedApp of(Checkout checkout, Part part) {
        var built = checkout.jar(part);
        if (!Files.exists(built)) {
            throw new Failure(
                    "Chưa có " + built + "; hãy chạy ./haicap up để dựng",
                    built + " is missing; ./haicap up builds it");
        }
        var name = built.getFileName().toString();
        var folder =
                checkout.prepared().resolve(name.replace("-app.jar", "-") + fingerprint(built));
        if (!Files.exists(folder)) {
            unpack(built, folder);
        }
        return new PreparedApp(folder.resolve(name));
    }

    /** Where the AOT cache of a part that runs from this jar belongs. */
    public Path cache(Part part) {
        return jar.resolveSibling(part.label() + ".aot");
    }

    /** Whether a start of this part can already use its cache. */
    public boolean trained(Part part) {
        return Files.exists(cache(part));
    }

    /** Puts the cache that a training run has written in force, if the JVM accepts it. */
    public boolean adopt(Part part) {
        var draft = draftCache(part);
        var accepted =
                Files.exists(draft)
                        && Tool.succeeds(
                                List.of(
                                        Jvm.java(),
                                        "-XX:+UseSerialGC",
                                        "-XX:AOTMode=on",
                                        "-XX:AOTCache=" + draft,
                                        "-cp",
                                        jar.toString(),
                                        "-version"));
        try {
            if (accepted) {
                Files.move(draft, cache(part), StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return accepted;
    }

    Path draftCache(Part part) {
        return jar.resolveSibling(part.label() + ".aot.new");
    }

    private static synchronized void unpack(Path built, Path folder) {
        if (Files.exists(folder)) {
            return;
        }
        var draft =
                folder.resolveSibling(folder.getFileName() + "." + ProcessHandle.current().pid());
        try {
            Files.createDirectories(folder.getParent());
            Tool.run(
                    List.of(
                            Jvm.java(),
                            "-Djarmode=tools",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-jar",
                            built.toString(),
                            "extract",
                            "--destination",
                            draft.toString()));
            Files.move(draft, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of its table of contents, which names each entry with a sum of its own. */
    private static String fingerprint(Path jar) {
        var sum = new CRC32C();
        try (var zip = new ZipFile(jar.toFile())) {
            zip.stream()
                    .map(entry -> entry.getName() + entry.getCrc())
                    .map(entry -> entry.getBytes(StandardCharsets.UTF_8))
                    .forEach(sum::update);
            return "%08x-%x".formatted(sum.getValue(), Files.size(jar));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
