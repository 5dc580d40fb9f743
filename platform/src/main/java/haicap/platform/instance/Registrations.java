package haicap.platform.instance;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which process has which name, in the service's database and by the database's clock. A name is
 * held for a term and renewed by its holder; there is no session behind it, so that it also holds
 * behind a pooler.
 */
@Component
class Registrations {

    /** How long a name is kept for a process that no longer renews it. */
    static final Duration TERM = Duration.ofSeconds(4);

    /** What the database says of a name that we asked for. */
    record Entry(UUID process, Instant until, Instant now) {}

    private final JdbcClient jdbc;

    Registrations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes or renews the name; gives the database's time while it is ours, else nothing. */
    Optional<Instant> take(String name, UUID process) {
        return jdbc.sql(
                        """
                        INSERT INTO instance (name, process, until)
                        VALUES (:name, :process,
                                clock_timestamp() + make_interval(secs => :term))
                        ON CONFLICT (name) DO UPDATE SET
                            process = excluded.process,
                            until = excluded.until
                        WHERE instance.process = excluded.process
                           OR instance.until < clock_timestamp()
                        RETURNING clock_timestamp()
                        """)
                .param("name", name)
                .param("process", process)
                .param("term", (double) TERM.toSeconds())
                .query((rs, row) -> rs.getTimestamp(1).toInstant())
                .optional();
    }

    Optional<Entry> find(String name) {
        return jdbc.sql("SELECT process, until, clock_timestamp() FROM instance WHERE name = ?")
                .param(name)
                .query((rs, row) ->
                        new Entry(
                                rs.getObject(1, UUID.class),
                                rs.getTimestamp(2).toInstant(),
                                rs.getTimestamp(3).toInstant()))
                .optional();
    }

    /** Gives the name back, if this process has it. */
    void release(String name, UUID process) {
        jdbc.sql("DELETE FROM instance WHERE name = ? AND process = ?")
                .params(name, process)
                .update();
    }
}
