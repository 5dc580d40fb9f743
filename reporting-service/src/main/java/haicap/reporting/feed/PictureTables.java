package haicap.reporting.feed;

import haicap.platform.events.EventJson;
import haicap.platform.writes.DeferredInserts;
import haicap.reporting.feed.Changes.Caused;
import haicap.reporting.figures.Figures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The one row of the picture and the figures of units. */
@Component
class PictureTables {

    /** The figures of a unit, and when it was last heard of. */
    record UnitRow(Figures figures, @Nullable Instant lastEventAt) {

        static final UnitRow SILENT = new UnitRow(Figures.NONE, null);
    }

    /** Everything, as of one commit. */
    record WholePicture(long seq, Instant clockAt, Figures city, Map<String, UnitRow> units) {}

    private final JdbcTemplate jdbc;
    private final DeferredInserts deferredInserts;

    PictureTables(JdbcTemplate jdbc, DeferredInserts deferredInserts) {
        this.jdbc = jdbc;
        this.deferredInserts = deferredInserts;
    }

    /** The row and the figures of these units, in one reading. */
    PictureState open(Set<String> units) {
        var figures = new HashMap<String, Figures>();
        units.forEach(unit -> figures.put(unit, Figures.NONE));
        return jdbc.query(
                        """
                        SELECT p.seq, p.clock_at, p.city, u.unit_id, u.figures
                        FROM picture p
                        LEFT JOIN unit_figures u ON u.unit_id = ANY ((SELECT ?)::text[])
                        """,
                        (rs, row) -> {
                            var unit = optional(rs, "unit_id");
                            if (unit != null) {
                                figures.put(unit, figures(rs, "figures"));
                            }
                            return new PictureState(
                                    rs.getLong("seq"),
                                    rs.getObject("clock_at", OffsetDateTime.class).toInstant(),
                                    figures(rs, "city"),
                                    figures);
                        },
                        (Object) units.toArray(String[]::new))
                .getFirst();
    }

    /** The row and the figures of all units: one snapshot of the database. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    WholePicture whole() {
        var units = new HashMap<String, UnitRow>();
        jdbc.query(
                "SELECT unit_id, figures, last_event_at FROM unit_figures",
                rs -> {
                    units.put(
                            rs.getString("unit_id"),
                            new UnitRow(
                                    figures(rs, "figures"), optionalInstant(rs, "last_event_at")));
                });
        var row = open(Set.of());
        return new WholePicture(row.seq(), row.clockAt(), row.city(), units);
    }

    /**
     * Saves figures, records and the row, at the end of the transaction. Figures that this version
     * does not count stay as another one left them.
     */
    void save(
            Position newest,
            Instant clockAt,
            Figures city,
            Map<String, UnitRow> units,
            List<Caused<FeedRecord>> told) {
        var changed = List.copyOf(units.entrySet());
        var records = told.stream().map(Caused::what).toList();
        deferredInserts.add(
                """
                WITH changed AS (
                    INSERT INTO unit_figures AS known (unit_id, figures, last_event_at)
                    SELECT *
                    FROM unnest(?::text[], ?::jsonb[], ?::timestamptz[])
                    ON CONFLICT (unit_id) DO UPDATE SET
                        figures = known.figures || excluded.figures,
                        last_event_at = greatest(known.last_event_at, excluded.last_event_at)),
                told AS (
                    INSERT INTO feed (epoch, seq, kind, unit_id, data, traceparent, at)
                    SELECT living, seq, kind, unit_id, data, traceparent, ?
                    FROM living(?),
                         unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[])
                             AS record (seq, kind, unit_id, data, traceparent))
                UPDATE picture
                SET seq = ?, clock_at = ?, city = city || ?::jsonb
                """,
                column(changed, Map.Entry::getKey),
                column(changed, unit -> EventJson.write(unit.getValue().figures())),
                changed.stream().map(PictureTables::lastEventAt).toArray(String[]::new),
                clockAt.atOffset(ZoneOffset.UTC),
                newest.epoch(),
                records.stream().map(each -> each.position().seq()).toArray(Long[]::new),
                column(records, each -> each.kind().publicName()),
                column(records, FeedRecord::unitId),
                column(records, FeedRecord::data),
                column(told, each -> each.cause().traceparent()),
                newest.seq(),
                clockAt.atOffset(ZoneOffset.UTC),
                EventJson.write(city));
    }

    private static <T> String[] column(List<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static @Nullable String lastEventAt(Map.Entry<String, UnitRow> unit) {
        var at = unit.getValue().lastEventAt();
        return at == null ? null : at.toString();
    }

    /**
     * Moves the clock alone. Need not be durable: when a crash of the database takes it back, the
     * next tick crosses the same lines, and there were none.
     */
    void saveClock(Instant clockAt) {
        jdbc.update(
                """
                WITH quickly AS MATERIALIZED (
                    SELECT set_config('synchronous_commit', 'off', true) AS setting)
                UPDATE picture
                SET clock_at = ?
                FROM quickly
                WHERE setting = 'off'
                """,
                clockAt.atOffset(ZoneOffset.UTC));
    }

    static Figures figures(ResultSet rs, String column) throws SQLException {
        return EventJson.read(rs.getString(column), Figures.class);
    }

    private static @Nullable Instant optionalInstant(ResultSet rs, String column)
            throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable String optional(ResultSet rs, String column) throws SQLException {
        return rs.getString(column);
    }
}
