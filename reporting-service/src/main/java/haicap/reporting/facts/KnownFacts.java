package haicap.reporting.facts;

import static haicap.reporting.facts.FactTexts.texts;

import haicap.reporting.facts.Known.Happening;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds what is known of the files of some events, and of where they are stored. */
@Component
class KnownFacts {

    /** From so many on, three readings of all are less work than one of each. */
    private static final int MANY = 500;

    private final JdbcTemplate jdbc;
    private final CustodyTable custody;

    KnownFacts(JdbcTemplate jdbc, CustodyTable custody) {
        this.jdbc = jdbc;
        this.custody = custody;
    }

    Known of(List<Arrival> arrivals) {
        return arrivals.size() < MANY ? ofFew(arrivals) : ofMany(arrivals);
    }

    /**
     * In one reading; the shorter list of origins stands beside the first of the files. Each lookup
     * is by key, also in a plan that was made while the tables were small: hence lateral, one row
     * at a time. And it is planned once: arrays that are selected hide their lengths, for which it
     * would be planned anew each time, longer than a single event's reading takes.
     */
    private Known ofFew(List<Arrival> arrivals) {
        var known = Known.nothing();
        var origins = origins(arrivals);
        jdbc.query(
                """
                SELECT f.*, coalesce(held.custodian, f.unit_id) AS held_by,
                       a.id AS new_id, a.version AS new_version, a.unit_id AS new_unit_id,
                       a.kind AS new_kind, holds.custodian AS new_held_by,
                       t.version IS NOT NULL AS told
                FROM unnest(
                    (SELECT ?::text[]), (SELECT ?::bigint[]), (SELECT ?::text[]), (SELECT ?::text[]))
                    AS a (id, version, unit_id, kind)
                LEFT JOIN LATERAL (
                    SELECT * FROM fact WHERE id = a.id LIMIT 1) f ON true
                LEFT JOIN LATERAL (
                    SELECT custodian
                    FROM custody
                    WHERE unit_id = f.unit_id AND kind = f.kind
                    LIMIT 1) held ON true
                LEFT JOIN LATERAL (
                    SELECT custodian
                    FROM custody
                    WHERE a.unit_id IS NOT NULL AND unit_id = a.unit_id AND kind = a.kind
                    LIMIT 1) holds ON true
                LEFT JOIN LATERAL (
                    SELECT version
                    FROM told
                    WHERE file_id = a.id AND version = a.version
                    LIMIT 1) t ON true
                WHERE f.id IS NOT NULL OR holds.custodian IS NOT NULL OR t.version IS NOT NULL
                """,
                rs -> {
                    note(rs, known);
                },
                ids(arrivals),
                arrivals.stream().map(arrival -> arrival.fact().version()).toArray(Long[]::new),
                texts(origins, Origin::unitId),
                texts(origins, Origin::kind));
        return known;
    }

    private static void note(ResultSet rs, Known known) throws SQLException {
        if (optional(rs, "id") != null) {
            noteFact(rs, known);
        }
        var holds = optional(rs, "new_held_by");
        if (holds != null) {
            var origin = new Origin(rs.getString("new_unit_id"), rs.getString("new_kind"));
            known.custodians().put(origin, holds);
        }
        if (rs.getBoolean("told")) {
            known.told().add(new Happening(rs.getString("new_id"), rs.getLong("new_version")));
        }
    }

    /** Each table in one walk along its key. */
    private Known ofMany(List<Arrival> arrivals) {
        var known = Known.nothing();
        var ids = ids(arrivals);
        jdbc.query(
                new PlannedNow(
                        """
                        SELECT f.*, coalesce(c.custodian, f.unit_id) AS held_by
                        FROM fact f
                        LEFT JOIN custody c ON c.unit_id = f.unit_id AND c.kind = f.kind
                        WHERE f.id = ANY (?)
                        """,
                        (Object) ids),
                rs -> {
                    noteFact(rs, known);
                });
        jdbc.query(
                new PlannedNow(
                        "SELECT file_id, version FROM told WHERE file_id = ANY (?)", (Object) ids),
                rs -> {
                    known.told().add(new Happening(rs.getString("file_id"), rs.getLong("version")));
                });
        known.custodians().putAll(custody.of(origins(arrivals)));
        return known;
    }

    private static List<Origin> origins(List<Arrival> arrivals) {
        return arrivals.stream().map(arrival -> Origin.of(arrival.fact())).distinct().toList();
    }

    private static @Nullable String[] ids(List<Arrival> arrivals) {
        return texts(arrivals, arrival -> arrival.fact().id());
    }

    private static void noteFact(ResultSet rs, Known known) throws SQLException {
        var fact = FactRow.fact(rs);
        known.facts().put(fact.id(), fact);
        known.custodians().put(Origin.of(fact), rs.getString("held_by"));
    }

    private static @Nullable String optional(ResultSet rs, String column) throws SQLException {
        return rs.getString(column);
    }
}
