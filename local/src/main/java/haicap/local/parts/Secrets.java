package haicap.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets that are drawn once and kept in files that only their owner can read. */
public final class Secrets {

    private static final int BYTES = 32;

    private final Path folder;

    /** The secrets of one system. */
    public Secrets(Home home) {
        this.folder = home.secrets();
    }

    /** The secret of that name, drawn now if there is none yet. */
    public synchronized String of(String name) {
        var file = file(name);
        try {
            if (!Files.exists(file)) {
                var bytes = new byte[BYTES];
                new SecureRandom().nextBytes(bytes);
                keep(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the secret of that name is kept. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Writes a secret whole or not at all, readable by its owner only. */
    public static void keep(Path file, String secret) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(
                draft,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, secret);
        Files.move(draft, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }
}
