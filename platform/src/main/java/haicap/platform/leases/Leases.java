package haicap.platform.leases;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Leases in the service's database, by the database's clock. A process that is restarted under the
 * same instance name takes over at once: its predecessor is gone, or is fenced by the number. Safe
 * for all threads.
 */
@Component
public class Leases {

    /** How long a lease holds without renewal; a takeover needs no more than this. */
    static final Duration TERM = Duration.ofSeconds(4);

    private final JdbcClient jdbc;
    private final String instance;
    private final UUID process = UUID.randomUUID();

    Leases(JdbcClient jdbc, @Value("${haicap.instance}") String instance) {
        this.jdbc = jdbc;
        this.instance = instance;
    }

    /** Takes or renews the lease; gives its number while it is ours, nothing while it is not. */
    OptionalLong acquire(String name) {
        return jdbc
                .sql(
                        """
                        INSERT INTO lease (name, holder, process, number, until)
                        VALUES (:name, :holder, :process, 1,
                                clock_timestamp() + make_interval(secs => :term))
                        ON CONFLICT (name) DO UPDATE SET
                            holder = excluded.holder,
                            process = excluded.process,
                            number = lease.number
                                + CASE WHEN lease.process = excluded.process THEN 0 ELSE 1 END,
                            until = excluded.until
                        WHERE lease.holder = excluded.holder
                           OR lease.until < clock_timestamp()
                        RETURNING number
                        """)
                .param("name", name)
                .param("holder", instance)
                .param("process", process)
                .param("term", (double) TERM.toSeconds())
                .query(Long.class)
                .optional()
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** Gives the lease up, if this process has it. */
    void release(String name) {
        jdbc.sql("UPDATE lease SET until = clock_timestamp() WHERE name = ? AND process = ?")
                .params(name, process)
                .update();
    }

    /** A lease that keeps itself renewed until closed. */
    public Lease keep(String name) {
        return new Lease(this, name);
    }
}
