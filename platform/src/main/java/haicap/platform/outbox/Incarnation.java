package haicap.platform.outbox;

import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.threads.Beats;
import haicap.platform.writes.AfterCommit;
import haicap.platform.writes.Locks;
import haicap.platform.writes.Writes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Which life of the database this is. What an older life has said may be unknown to a younger one,
 * so a younger one has a higher number, its versions win over all that was said before, and it
 * announces every aggregate anew.
 *
 * <ol>
 *   <li>At the start, and each second from then on, the server under the database is compared with
 *       the one under which the number was given. Another system identifier means rows that were
 *       restored into another cluster; another timeline means recovery to a point in time, or a
 *       failover. Either raises the number, without anybody's doing.
 *   <li>A copy of the data directory that was put back shows nothing of the kind. The relay finds
 *       it when the topic ends with something that this database never said ({@link TopicEnds}),
 *       and an operator may say so where no topic can tell.
 *   <li>The number is raised under the coarse lock, so that no writer is between two lives; what is
 *       told in the name of an older one is refused by the database ({@code living}).
 * </ol>
 *
 * <p>Safe for all threads.
 */
@Component
public class Incarnation {

    /**
     * The present life of the database and its last re-announcement.
     *
     * @param reannouncement its number; 0 when there was none
     * @param announced aggregates that it has announced
     * @param endedAt null while it goes on, or when there was none
     */
    @TellsOf(Matter.DATABASE)
    public record Life(
            int incarnation,
            Instant since,
            String reason,
            long reannouncement,
            long announced,
            @Nullable Instant endedAt) {}

    private static final Logger log = LoggerFactory.getLogger(Incarnation.class);

    private final JdbcTemplate jdbc;
    private final Writes writes;
    private final ReannouncementTable reannouncements;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile int number;

    Incarnation(JdbcTemplate jdbc, Writes writes, ReannouncementTable reannouncements) {
        this.jdbc = jdbc;
        this.writes = writes;
        this.reannouncements = reannouncements;
        look();
    }

    /** One-based; each later life has a higher one. */
    public int number() {
        return number;
    }

    /** What is to be done when a higher number is found, before it is used in this process. */
    public void whenRaised(Runnable listener) {
        listeners.add(listener);
    }

    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT1S", scheduler = Beats.THREADS)
    void look() {
        var isThisServer =
                jdbc.queryForObject(
                        "SELECT server = server_identity() FROM incarnation", Boolean.class);
        if (!Boolean.TRUE.equals(isThisServer)) {
            raise(0, "the database runs on another server or timeline");
        }
        refresh();
    }

    /**
     * Begins another life, unless somebody else has begun one meanwhile.
     *
     * @param above the new number is higher than this one, and than the present one
     * @param reason for the log and for the record of the re-announcement
     */
    void raise(int above, String reason) {
        writes.run(
                Locks.whole(),
                () -> {
                    begin(above, reason);
                    return true;
                });
        refresh();
    }

    /** The same in a transaction that holds the coarse lock, because an operator says so. */
    public void begin(String reason) {
        begin(0, reason);
        AfterCommit.run(this::refresh);
    }

    private void begin(int above, String reason) {
        int raised =
                jdbc.update(
                        """
                        UPDATE incarnation
                        SET number = greatest(number, ?) + 1,
                            server = server_identity(),
                            since = clock_timestamp(),
                            reason = ?
                        WHERE number = ? OR server <> server_identity()
                        """,
                        above,
                        reason,
                        number);
        if (raised > 0) {
            reannouncements.request(reason);
        }
    }

    /** What is known of the present life. */
    public Life life() {
        return jdbc.query(
                        """
                        SELECT i.number, i.since, i.reason, r.number, r.announced, r.ended_at
                        FROM incarnation i
                        LEFT JOIN LATERAL (
                            SELECT number, announced, ended_at
                            FROM reannouncement
                            ORDER BY number DESC
                            LIMIT 1) r ON true
                        """,
                        Incarnation::lifeOf)
                .getFirst();
    }

    private static Life lifeOf(ResultSet rs, int row) throws SQLException {
        var endedAt = rs.getObject(6, OffsetDateTime.class);
        return new Life(
                rs.getInt(1),
                rs.getObject(2, OffsetDateTime.class).toInstant(),
                rs.getString(3),
                rs.getLong(4),
                rs.getLong(5),
                endedAt == null ? null : endedAt.toInstant());
    }

    private void refresh() {
        int found = jdbc.queryForList("SELECT number FROM incarnation", Integer.class).getFirst();
        if (found != number) {
            if (number > 0) {
                log.warn("incarnation {} of the database follows {}", found, number);
                listeners.forEach(Runnable::run);
            }
            number = found;
        }
    }
}
