package haicap.platform.audit;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The chain and the rows that it covers, in their order. */
@Component
class Seals {

    private static final String SEAL =
            """
            SELECT number, to_xid::text, to_id, ids, digests, last_at, hash, disposed_at
            FROM audit_seal
            """;

    private static final String ROW =
            """
            SELECT a.xid::text, a.id::text, (extract(epoch FROM at) * 1000000)::bigint::text,
                   (extract(epoch FROM real_at) * 1000000)::bigint::text, caller, post, action, kind,
                   subject, details::text, trace_id, real_at
            FROM audit a
            """;

    private static final int FIELDS = 11;

    private final JdbcTemplate jdbc;

    Seals(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What waits to be sealed. */
    record Unsealed(long rows, double oldestSeconds) {}

    Seal last() {
        return jdbc.query(SEAL + "ORDER BY number DESC LIMIT 1", Seals::seal).stream()
                .findFirst()
                .orElse(Seal.NONE);
    }

    List<Seal> after(long number, int atMost) {
        return jdbc.query(
                SEAL + "WHERE number > ? ORDER BY number LIMIT ?", Seals::seal, number, atMost);
    }

    /** Rows behind a seal to which no running transaction can add any more. */
    List<AuditRow> unsealedAfter(Seal seal, int atMost) {
        return jdbc.query(
                ROW
                        + """
                        WHERE (a.xid, a.id) > (?::xid8, ?)
                          AND a.xid < pg_snapshot_xmin(pg_current_snapshot())
                        ORDER BY a.xid, a.id
                        LIMIT ?
                        """,
                Seals::row,
                seal.toXid(),
                seal.toId(),
                atMost);
    }

    /** The rows that the second seal covers, as they stand now. */
    List<AuditRow> between(Seal before, Seal seal) {
        return jdbc.query(
                ROW
                        + """
                        WHERE (a.xid, a.id) > (?::xid8, ?) AND (a.xid, a.id) <= (?::xid8, ?)
                        ORDER BY a.xid, a.id
                        """,
                Seals::row,
                before.toXid(),
                before.toId(),
                seal.toXid(),
                seal.toId());
    }

    /** Adds a seal; false when another instance was first. */
    boolean add(Seal seal) {
        return jdbc.update(
                        """
                        INSERT INTO audit_seal
                            (number, to_xid, to_id, rows, ids, digests, last_at, hash)
                        VALUES (?, ?::xid8, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (number) DO NOTHING
                        """,
                        seal.number(),
                        seal.toXid(),
                        seal.toId(),
                        seal.ids().length,
                        seal.ids(),
                        seal.digests(),
                        seal.lastAt().atOffset(ZoneOffset.UTC),
                        seal.hash())
                == 1;
    }

    Unsealed unsealed() {
        var last = last();
        return jdbc.query(
                        """
                        SELECT count(*),
                               coalesce(extract(epoch FROM clock_timestamp() - min(a.real_at)), 0)
                        FROM audit a
                        WHERE (a.xid, a.id) > (?::xid8, ?)
                        """,
                        (rs, row) -> new Unsealed(rs.getLong(1), rs.getDouble(2)),
                        last.toXid(),
                        last.toId())
                .getFirst();
    }

    long olderThan(Duration age) {
        return Objects.requireNonNull(
                jdbc.queryForObject(
                        """
                        SELECT coalesce(sum(rows), 0)
                        FROM audit_seal
                        WHERE disposed_at IS NULL AND last_at < now() - make_interval(secs => ?)
                        """,
                        Long.class,
                        age.toSeconds()));
    }

    /** Gives up the rows of the oldest seal whose last row is older than that. */
    int dispose(Duration age) {
        return jdbc.update(
                """
                WITH due AS (
                    SELECT number FROM audit_seal
                    WHERE disposed_at IS NULL AND last_at < now() - make_interval(secs => ?)
                    ORDER BY number
                    LIMIT 1)
                UPDATE audit_seal s
                SET disposed_at = clock_timestamp()
                FROM due
                WHERE s.number = due.number
                """,
                age.toSeconds());
    }

    /** Removes the rows of the seal that was given up last. */
    int removeDisposed(int atMost) {
        return jdbc.update(
                """
                DELETE FROM audit
                WHERE id IN (
                    SELECT a.id
                    FROM audit_seal s, unnest(s.ids) AS gone (id)
                    JOIN audit a ON a.id = gone.id
                    WHERE s.number = (
                        SELECT max(number) FROM audit_seal WHERE disposed_at IS NOT NULL)
                    LIMIT ?)
                """,
                atMost);
    }

    private static Seal seal(ResultSet rs, int row) throws SQLException {
        var disposed = rs.getObject(8, OffsetDateTime.class);
        return new Seal(
                rs.getLong(1),
                rs.getString(2),
                rs.getLong(3),
                ids(rs.getArray(4)),
                rs.getBytes(5),
                rs.getObject(6, OffsetDateTime.class).toInstant(),
                rs.getBytes(7),
                disposed == null ? null : disposed.toInstant());
    }

    private static long[] ids(Array array) throws SQLException {
        return Arrays.stream((Long[]) array.getArray()).mapToLong(Long::longValue).toArray();
    }

    private static AuditRow row(ResultSet rs, int number) throws SQLException {
        var fields = new ArrayList<@Nullable String>();
        for (int column = 1; column <= FIELDS; column++) {
            fields.add(rs.getString(column));
        }
        return new AuditRow(
                rs.getString(1),
                rs.getLong(2),
                rs.getObject(FIELDS + 1, OffsetDateTime.class).toInstant(),
                fields);
    }
}
