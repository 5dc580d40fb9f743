package haicap.platform.outbox;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which re-announcements were asked for, and how far the one at work has come. */
@Component
class ReannouncementTable {

    /**
     * One that has not ended.
     *
     * @param kind the place of the kind at work; empty before the first
     * @param afterId the last id of that kind that was announced
     */
    record Due(
            long number,
            int incarnation,
            OffsetDateTime requestedAt,
            boolean hasBegun,
            String kind,
            String afterId) {}

    private final JdbcTemplate jdbc;

    ReannouncementTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Asks for one. What was asked for and has not begun serves for both; what an older life of the
     * database had begun is not gone on with.
     *
     * @return its number
     */
    long request(String reason) {
        jdbc.update(
                """
                UPDATE reannouncement r
                SET ended_at = clock_timestamp()
                FROM incarnation i
                WHERE r.ended_at IS NULL AND r.incarnation < i.number
                """);
        return jdbc.queryForList(
                        """
                        WITH waiting AS (
                            SELECT number
                            FROM reannouncement
                            WHERE begun_at IS NULL AND ended_at IS NULL
                        ), added AS (
                            INSERT INTO reannouncement (number, incarnation, reason)
                            SELECT coalesce((SELECT max(number) FROM reannouncement), 0) + 1, i.number, ?
                            FROM incarnation i
                            WHERE NOT EXISTS (SELECT FROM waiting)
                            RETURNING number
                        )
                        SELECT number FROM waiting
                        UNION ALL
                        SELECT number FROM added
                        """,
                        Long.class,
                        reason)
                .getFirst();
    }

    /** The oldest that is not done. */
    Optional<Due> due() {
        return jdbc
                .query(
                        """
                        SELECT number, incarnation, requested_at, begun_at IS NOT NULL, kind, after_id
                        FROM reannouncement
                        WHERE ended_at IS NULL
                        ORDER BY number
                        LIMIT 1
                        """,
                        (rs, row) ->
                                new Due(
                                        rs.getLong(1),
                                        rs.getInt(2),
                                        rs.getObject(3, OffsetDateTime.class),
                                        rs.getBoolean(4),
                                        rs.getString(5),
                                        rs.getString(6)))
                .stream()
                .findFirst();
    }

    /** Ids of aggregates that follow, in the order of the database. */
    List<String> idsAfter(AnnouncedKind kind, String id, int atMost) {
        return jdbc.query(
                """
                SELECT id
                FROM %s
                WHERE id > ?
                ORDER BY id
                LIMIT ?
                """
                        .formatted(kind.rows()),
                (rs, row) -> rs.getString(1),
                id,
                atMost);
    }

    void begun(Due due) {
        jdbc.update(
                "UPDATE reannouncement SET begun_at = clock_timestamp() WHERE number = ?",
                due.number());
    }

    void announced(Due due, String kind, String lastId, int count) {
        jdbc.update(
                """
                UPDATE reannouncement
                SET kind = ?, after_id = ?, announced = announced + ?
                WHERE number = ?
                """,
                kind,
                lastId,
                count,
                due.number());
    }

    void ended(Due due) {
        jdbc.update(
                "UPDATE reannouncement SET ended_at = clock_timestamp() WHERE number = ?",
                due.number());
    }
}
