package haicap.reporting.feed;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What has been alerted to, so that it is told once. */
@Component
class AlertTables {

    private final JdbcTemplate jdbc;

    AlertTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Units last heard of in that stretch whose silence since then was not told; now it is. */
    Map<String, Instant> newlySilent(Instant after, Instant upTo) {
        var silent = new TreeMap<String, Instant>();
        jdbc.query(
                """
                UPDATE unit_figures
                SET silence_told = last_event_at
                WHERE last_event_at > ?
                  AND last_event_at <= ?
                  AND silence_told IS DISTINCT FROM last_event_at
                RETURNING unit_id, last_event_at
                """,
                rs -> {
                    silent.put(
                            rs.getString("unit_id"),
                            rs.getObject("last_event_at", OffsetDateTime.class).toInstant());
                },
                after.atOffset(ZoneOffset.UTC),
                upTo.atOffset(ZoneOffset.UTC));
        return silent;
    }

    /**
     * Topics of which events were missed and nobody was told; now it is, with when that was found.
     */
    Map<String, Instant> newGaps() {
        var missed = new TreeMap<String, Instant>();
        jdbc.query(
                """
                WITH gone AS (
                    DELETE FROM gap_told t
                    WHERE NOT EXISTS (
                        SELECT FROM inbox_gap g WHERE g.topic = t.topic))
                INSERT INTO gap_told (topic, since)
                SELECT topic, min(since)
                FROM inbox_gap g
                WHERE NOT EXISTS (SELECT FROM gap_told t WHERE t.topic = g.topic)
                GROUP BY topic
                RETURNING topic, since
                """,
                rs -> {
                    missed.put(
                            rs.getString("topic"),
                            rs.getObject("since", OffsetDateTime.class).toInstant());
                });
        return missed;
    }

    /** Keys of messages whose parking was not told; now it is. Ids may commit out of order. */
    List<String> newlyParked() {
        return jdbc.query(
                """
                WITH gone AS (
                    DELETE FROM parked_told t
                    WHERE NOT EXISTS (SELECT FROM parked p WHERE p.id = t.id)),
                told AS (
                    INSERT INTO parked_told (id)
                    SELECT p.id
                    FROM parked p
                    WHERE NOT EXISTS (SELECT FROM parked_told t WHERE t.id = p.id)
                    RETURNING id)
                SELECT coalesce(p.key, p.topic)
                FROM parked p
                JOIN told USING (id)
                ORDER BY p.id
                """,
                (rs, row) -> rs.getString(1));
    }
}
