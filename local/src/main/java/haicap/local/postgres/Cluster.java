package haicap.local.postgres;

import haicap.local.parts.Failure;
import haicap.local.parts.Secrets;
import haicap.local.parts.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The data folder of the server and its settings, which are written anew before every start. */
final class Cluster {

    static final String SUPERUSER = "haicap";

    private final Path folder;
    private final Binaries binaries;
    private final ServerUser user;
    private final Secrets secrets;

    Cluster(Path folder, Binaries binaries, ServerUser user, Secrets secrets) {
        this.folder = folder;
        this.binaries = binaries;
        this.user = user;
        this.secrets = secrets;
    }

    /** Ready to be served at this port; what is there is kept. */
    void prepare(int port) {
        try {
            if (!Files.exists(folder.resolve("PG_VERSION"))) {
                initialise();
            }
            Files.writeString(folder.resolve("postgresql.conf"), settings(port));
            Files.writeString(
                    folder.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
            dropStaleLock();
            user.own(folder);
        } catch (IOException e) {
            throw new Failure("Không chuẩn bị được " + folder, "Cannot prepare " + folder, e);
        }
    }

    private void initialise() throws IOException {
        Files.createDirectories(folder);
        user.own(folder);
        var password =
                Files.writeString(
                        folder.resolveSibling("postgres.password"),
                        secrets.of("postgres-" + SUPERUSER));
        user.own(password);
        try {
            Tool.run(
                    user.running(
                            binaries.initdb(),
                            "--pgdata=" + folder,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--no-instructions"));
        } finally {
            Files.delete(password);
        }
    }

    private static String settings(int port) {
        return """
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        max_connections = 120
        password_encryption = 'scram-sha-256'
        fsync = on
        synchronous_commit = on
        full_page_writes = on
        shared_buffers = 256MB
        max_wal_size = 2GB
        checkpoint_completion_target = 0.9
        jit = off
        timezone = 'UTC'
        log_timezone = 'UTC'
        log_line_prefix = '%%m %%d '
        """
                .formatted(port);
    }

    /**
     * A killed server leaves its lock behind. PostgreSQL honours it while any process has that id,
     * and after a restart of the machine that may be anybody's.
     */
    private void dropStaleLock() throws IOException {
        var lock = folder.resolve("postmaster.pid");
        if (Files.exists(lock)) {
            var pid = Files.readAllLines(lock).getFirst().strip();
            var name = Path.of("/proc", pid, "comm");
            if (!Files.exists(name) || !Files.readString(name).strip().equals("postgres")) {
                Files.delete(lock);
            }
        }
    }
}
