package haicap.acceptance.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Copies of the data directory of a running system's PostgreSQL, and the ways to put one back: base
 * copy and archived WAL up to a named point, as the manual's low-level backup API has it, or the
 * plain directory of a server that had been ended.
 */
public final class DatabaseCopies {

    private static final Duration ARCHIVED_WITHIN = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final List<String> LEFT_OUT = List.of("pg_wal", "pg_replslot", "pg_stat_tmp");

    private final RunningSystem system;
    private final Path data;
    private final Path folder;

    /** Holds the newest named point. */
    private String segment = "";

    /** Of this system, kept in this folder. */
    public DatabaseCopies(RunningSystem system, Path folder) {
        this.system = system;
        this.data = system.data(Parts.POSTGRES);
        this.folder = folder;
    }

    /** From the next start of the server on its WAL is archived. */
    public void archive() throws SQLException, IOException {
        Files.createDirectories(folder.resolve("wal"));
        execute("ALTER SYSTEM SET archive_mode = on");
        execute("ALTER SYSTEM SET archive_command = 'cp %%p %s/wal/%%f'".formatted(folder));
        restart();
    }

    /** A base copy of the running server. */
    public void base() throws SQLException, IOException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_backup_start('drill', true)");
            copy(data, folder.resolve("base"), LEFT_OUT);
            try (var label = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(true)")) {
                label.next();
                Files.writeString(folder.resolve("base/backup_label"), label.getString(1));
            }
        }
    }

    /** Names the present point, to which a recovery can go. */
    public void name(String point) throws SQLException {
        execute("SELECT pg_create_restore_point('%s')".formatted(point));
        segment = String.valueOf(ask("SELECT pg_walfile_name(pg_current_wal_lsn())"));
        execute("SELECT pg_switch_wal()");
    }

    /** Ends the server abruptly and recovers base copy and WAL up to the named point. */
    public void recoverTo(String point) throws IOException, SQLException {
        awaitArchived();
        system.kill(List.of(Parts.POSTGRES));
        delete(data);
        copy(folder.resolve("base"), data, List.of());
        for (var empty : LEFT_OUT) {
            Files.createDirectories(data.resolve(empty));
        }
        Files.createFile(data.resolve("recovery.signal"));
        Files.writeString(
                data.resolve("postgresql.auto.conf"),
                """
                restore_command = 'cp %s/wal/%%f %%p'
                recovery_target_name = '%s'
                recovery_target_action = 'promote'
                """
                        .formatted(folder, point),
                StandardOpenOption.TRUNCATE_EXISTING);
        system.start(List.of(Parts.POSTGRES));
    }

    /** Ends the server, copies its directory, starts it again. */
    public void plain() throws IOException {
        system.kill(List.of(Parts.POSTGRES));
        copy(data, folder.resolve("plain"), List.of());
        system.start(List.of(Parts.POSTGRES));
    }

    /** Ends the server abruptly and puts that directory in the place of its own. */
    public void putPlainBack() throws IOException {
        system.kill(List.of(Parts.POSTGRES));
        delete(data);
        copy(folder.resolve("plain"), data, List.of());
        system.start(List.of(Parts.POSTGRES));
    }

    private void restart() {
        system.kill(List.of(Parts.POSTGRES));
        system.start(List.of(Parts.POSTGRES));
    }

    private void awaitArchived() throws SQLException {
        long giveUp = System.nanoTime() + ARCHIVED_WITHIN.toNanos();
        while (System.nanoTime() < giveUp) {
            var last = ask("SELECT last_archived_wal FROM pg_stat_archiver");
            if (last != null && last.compareTo(segment) >= 0) {
                return;
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        throw new IllegalStateException("segment " + segment + " is not archived");
    }

    private @Nullable String ask(String question) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    private Connection connect() throws SQLException {
        return system.postgres().connect("postgres");
    }

    private void execute(String order) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(order);
        }
    }

    private static void copy(Path from, Path to, List<String> leftOut) throws IOException {
        Files.createDirectories(to);
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwx------"));
        Files.walkFileTree(
                from,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes is)
                            throws IOException {
                        Files.createDirectories(to.resolve(from.relativize(each).toString()));
                        return leftOut.contains(from.relativize(each).toString())
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path each, BasicFileAttributes is)
                            throws IOException {
                        if (!each.endsWith("postmaster.pid")) {
                            Files.copy(each, to.resolve(from.relativize(each).toString()));
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    /** A running server removes files. */
                    @Override
                    public FileVisitResult visitFileFailed(Path each, IOException e) {
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
