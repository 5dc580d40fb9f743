package haicap.local.postgres;

import haicap.local.parts.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked from the archive on our class path once per checkout. */
final class Binaries {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final Set<PosixFilePermission> RUNNABLE =
            PosixFilePermissions.fromString("rwxr-xr-x");

    private final Path folder;

    private Binaries(Path folder) {
        this.folder = folder;
    }

    static Binaries unpackedIn(Path prepared) {
        var folder = prepared.resolve("postgres");
        if (!Files.exists(folder)) {
            unpack(folder);
        }
        return new Binaries(folder);
    }

    String initdb() {
        return folder.resolve("bin/initdb").toString();
    }

    String postgres() {
        return folder.resolve("bin/postgres").toString();
    }

    private static void unpack(Path folder) {
        var draft = folder.resolveSibling("postgres." + ProcessHandle.current().pid());
        try (var packed = Binaries.class.getResourceAsStream(ARCHIVE)) {
            if (packed == null) {
                throw new Failure("Thiếu PostgreSQL cho máy này", "No PostgreSQL for this machine");
            }
            try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    place(tar, entry, draft.resolve(entry.getName()).normalize());
                }
            }
            Files.move(draft, folder);
        } catch (IOException e) {
            throw new Failure("Không mở gói được PostgreSQL", "Cannot unpack PostgreSQL", e);
        }
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(target, RUNNABLE);
        }
    }
}
