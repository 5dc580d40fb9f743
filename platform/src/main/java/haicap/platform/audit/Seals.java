package haicap.platform.audit;

import haicap.platform.audit.AuditRow.Place;
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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The chain and the rows that it covers, in their order. */
@Component
class Seals {

    private static final String SEAL =
            """
            SELECT number, to_incarnation, to_xid::text, to_id, ids, digests, last_at, hash, disposed_at
            FROM audit_seal
            """;

    private static final String ROW =
            """
            SELECT a.incarnation::text, a.xid::text, a.id::text, (extract(epoch FROM at) * 1000000)::bigint::text,
                   (extract(epoch FROM real_at) * 1000000)::bigint::text, caller, post, action, kind,
                   subject, details::text, trace_id, real_at
            FROM audit a
            """;

    private static final int FIELDS = 12;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    Seals(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
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
                        WHERE (a.incarnation, a.xid, a.id) > (?, ?::xid8, ?)
                          AND (a.xid < pg_snapshot_xmin(pg_current_snapshot())
                               OR a.incarnation < (SELECT number FROM incarnation))
                        ORDER BY a.incarnation, a.xid, a.id
                        LIMIT ?
                        """,
                Seals::row,
                seal.to().incarnation(),
                seal.to().xid(),
                seal.to().id(),
                atMost);
    }

    /** The rows that the second seal covers, as they stand now. */
    List<AuditRow> between(Seal before, Seal seal) {
        return jdbc.query(
                ROW
                        + """
                        WHERE (a.incarnation, a.xid, a.id) > (?, ?::xid8, ?)
                          AND (a.incarnation, a.xid, a.id) <= (?, ?::xid8, ?)
                        ORDER BY a.incarnation, a.xid, a.id
                        """,
                Seals::row,
                before.to().incarnation(),
                before.to().xid(),
                before.to().id(),
                seal.to().incarnation(),
                seal.to().xid(),
                seal.to().id());
    }

    /** Adds a seal; false when another instance was first. */
    boolean add(Seal seal) {
        return jdbc.update(
                        """
                        INSERT INTO audit_seal
                            (number, to_incarnation, to_xid, to_id, rows, ids, digests, last_at,
                             hash)
                        VALUES (?, ?, ?::xid8, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (number) DO NOTHING
                        """,
                        seal.number(),
                        seal.to().incarnation(),
                        seal.to().xid(),
                        seal.to().id(),
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
                        WHERE (a.incarnation, a.xid, a.id) > (?, ?::xid8, ?)
                        """,
                        (rs, row) -> new Unsealed(rs.getLong(1), rs.getDouble(2)),
                        last.to().incarnation(),
                        last.to().xid(),
                        last.to().id())
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

    /**
     * Gives up the rows of the oldest seal that still has them, when its last row is older than
     * that; seal and rows in one transaction, so that nothing can be left in between.
     *
     * @return how many rows went; none when nothing is due
     */
    int dispose(Duration age) {
        return Objects.requireNonNullElse(transaction.execute(status -> giveUpOldest(age)), 0);
    }

    private int giveUpOldest(Duration age) {
        return jdbc
                .queryForList(
                        """
                        WITH oldest AS (
                            SELECT number, last_at
                            FROM audit_seal
                            WHERE disposed_at IS NULL
                            ORDER BY number
                            LIMIT 1)
                        UPDATE audit_seal s
                        SET disposed_at = clock_timestamp()
                        FROM oldest
                        WHERE s.number = oldest.number
                          AND s.disposed_at IS NULL
                          AND oldest.last_at < now() - make_interval(secs => ?)
                        RETURNING s.number
                        """,
                        Long.class,
                        age.toSeconds())
                .stream()
                .mapToInt(this::removeRows)
                .sum();
    }

    private int removeRows(long seal) {
        return jdbc.update(
                """
                DELETE FROM audit
                WHERE id = ANY (ARRAY (SELECT unnest(ids) FROM audit_seal WHERE number = ?))
                """,
                seal);
    }

    private static Seal seal(ResultSet rs, int row) throws SQLException {
        var disposed = rs.getObject(9, OffsetDateTime.class);
        return new Seal(
                rs.getLong(1),
                new Place(rs.getInt(2), rs.getString(3), rs.getLong(4)),
                ids(rs.getArray(5)),
                rs.getBytes(6),
                rs.getObject(7, OffsetDateTime.class).toInstant(),
                rs.getBytes(8),
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
                new Place(rs.getInt(1), rs.getString(2), rs.getLong(3)),
                rs.getObject(FIELDS + 1, OffsetDateTime.class).toInstant(),
                fields);
    }
}
