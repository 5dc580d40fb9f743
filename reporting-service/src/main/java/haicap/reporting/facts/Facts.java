package haicap.reporting.facts;

import static haicap.reporting.facts.FactTexts.texts;

import haicap.platform.time.Hanoi;
import haicap.platform.writes.Endnotes;
import haicap.reporting.facts.Known.Happening;
import haicap.reporting.facts.Passage.Days;
import haicap.reporting.facts.Passage.Stretch;
import haicap.reporting.files.Fact;
import haicap.reporting.files.FileKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** Facts, whose figures count them, and what was told of them. */
@Component
class Facts {

    private static final int AT_ONCE = 1_000;

    private static final String KNOWN =
            """
            SELECT f.*, coalesce(held.custodian, f.unit_id) AS held_by,
                   a.id AS new_id, a.version AS new_version, a.unit_id AS new_unit_id,
                   a.kind AS new_kind, holds.custodian AS new_held_by,
                   t.version IS NOT NULL AS told
            FROM unnest(%s) AS a (id, version, unit_id, kind)
            LEFT JOIN %s
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
            LEFT JOIN %s
            WHERE f.id IS NOT NULL OR holds.custodian IS NOT NULL OR t.version IS NOT NULL
            """;

    /**
     * One file after the other by its key, also in a plan that was made while the tables were
     * small: hence lateral. And planned once: arrays that are selected hide their lengths, for
     * which it would be planned anew each time, longer than a single event's reading takes.
     */
    private static final String KNOWN_OF_FEW =
            KNOWN.formatted(
                    """
                    (SELECT ?::text[]), (SELECT ?::bigint[]), (SELECT ?::text[]), (SELECT ?::text[])
                    """,
                    "LATERAL (SELECT * FROM fact WHERE id = a.id LIMIT 1) f ON true",
                    """
                    LATERAL (
                        SELECT version
                        FROM told
                        WHERE file_id = a.id AND version = a.version
                        LIMIT 1) t ON true
                    """);

    /** All files in one walk through the keys, to be planned with their number in sight. */
    private static final String KNOWN_OF_MANY =
            KNOWN.formatted(
                    "?::text[], ?::bigint[], ?::text[], ?::text[]",
                    "(SELECT * FROM fact WHERE id = ANY (?)) f ON f.id = a.id",
                    """
                    (SELECT * FROM told WHERE file_id = ANY (?)) t
                        ON t.file_id = a.id AND t.version = a.version
                    """);

    /** From so many on, planning is the smaller part. */
    private static final int MANY = 500;

    private static final String INSERT =
            """
            INSERT INTO fact AS known (%s)
            SELECT *
            FROM unnest(
                ?::text[], ?::text[], ?::bigint[], ?::text[], ?::boolean[], ?::timestamptz[],
                ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[],
                ?::date[], ?::date[])
            """
                    .formatted(FactTexts.NAMES);

    private static final String UPSERT =
            INSERT
                    + """
                    ON CONFLICT (id) DO UPDATE SET
                        version = excluded.version, unit_id = excluded.unit_id,
                        open = excluded.open, began_at = excluded.began_at,
                        due_at = excluded.due_at, received_by = excluded.received_by,
                        hand_overs = excluded.hand_overs, outcome = excluded.outcome,
                        decided_at = excluded.decided_at, decided_by = excluded.decided_by,
                        campaign_from = excluded.campaign_from,
                        campaign_to = excluded.campaign_to
                    WHERE known.version < excluded.version
                    """;

    private final JdbcTemplate jdbc;
    private final Endnotes endnotes;

    Facts(JdbcTemplate jdbc, Endnotes endnotes) {
        this.jdbc = jdbc;
        this.endnotes = endnotes;
    }

    /**
     * What is known of the files of these events and of where they are stored, in one reading; the
     * shorter list of origins stands beside the first of the files.
     */
    Known known(List<Arrival> arrivals) {
        var known = Known.nothing();
        RowCallbackHandler each = rs -> note(rs, known);
        var origins =
                arrivals.stream().map(arrival -> Origin.of(arrival.fact())).distinct().toList();
        var ids = texts(arrivals, arrival -> arrival.fact().id());
        var versions =
                arrivals.stream().map(arrival -> arrival.fact().version()).toArray(Long[]::new);
        var unitIds = texts(origins, Origin::unitId);
        var kinds = texts(origins, Origin::kind);
        if (arrivals.size() < MANY) {
            jdbc.query(KNOWN_OF_FEW, each, ids, versions, unitIds, kinds);
        } else {
            jdbc.query(plannedNow(KNOWN_OF_MANY, ids, versions, unitIds, kinds, ids, ids), each);
        }
        return known;
    }

    private static void note(ResultSet rs, Known known) throws SQLException {
        if (optional(rs, "id") != null) {
            var fact = FactRow.fact(rs);
            known.facts().put(fact.id(), fact);
            known.custodians().put(Origin.of(fact), rs.getString("held_by"));
        }
        var holds = optional(rs, "new_held_by");
        if (holds != null) {
            var kind = FileKind.valueOf(rs.getString("new_kind"));
            known.custodians().put(new Origin(rs.getString("new_unit_id"), kind), holds);
        }
        if (rs.getBoolean("told")) {
            known.told().add(new Happening(rs.getString("new_id"), rs.getLong("new_version")));
        }
    }

    /** Saves files that were not known, at the end of the transaction. */
    void insert(Collection<Fact> facts) {
        note(INSERT, facts);
    }

    /** Saves what is newer than what is known, at the end of the transaction. */
    void upsert(Collection<Fact> facts) {
        note(UPSERT, facts);
    }

    private void note(String sql, Collection<Fact> facts) {
        if (!facts.isEmpty()) {
            endnotes.add(sql, FactTexts.columns(facts).toArray());
        }
    }

    /** Saves that these were told, at the end of the transaction. */
    void told(List<Happening> happenings) {
        if (!happenings.isEmpty()) {
            endnotes.add(
                    """
                    INSERT INTO told (file_id, version)
                    SELECT *
                    FROM unnest(?::text[], ?::bigint[])
                    """,
                    texts(happenings, Happening::fileId),
                    happenings.stream().map(Happening::version).toArray(Long[]::new));
        }
    }

    /**
     * Every fact that a passage of the clock may touch, with its custodian. It asks only for the
     * lines that are crossed: one that may be absent makes a plan that reads the whole table, each
     * second and under the feed lock.
     */
    void touchedBy(Passage passage, BiConsumer<Fact, String> each) {
        var crossed = new ArrayList<>(List.of(between(passage.due()), between(passage.dueSoon())));
        passage.days()
                .ifPresent(days -> {
                    crossed.add(of(days.earlier()));
                    crossed.add(of(days.later()));
                    crossed.add(of(days));
                });
        passage.months().ifPresent(month -> crossed.add(new Line("last_deed >= ?", utc(month))));
        stream(
                """
                SELECT f.*, coalesce(c.custodian, f.unit_id) AS custodian
                FROM fact f
                LEFT JOIN custody c ON c.unit_id = f.unit_id AND c.kind = f.kind
                """
                        + crossed.stream()
                                .map(Line::condition)
                                .collect(Collectors.joining(" OR ", "WHERE ", "")),
                each,
                crossed.stream().flatMap(line -> line.args().stream()).toArray());
    }

    /** What says of a fact that the clock crosses a line of it. */
    private record Line(String condition, List<Object> args) {

        Line(String condition, Object... args) {
            this(condition, List.of(args));
        }
    }

    private static Line between(Stretch due) {
        return new Line("due_at > ? AND due_at <= ?", utc(due.after()), utc(due.upTo()));
    }

    private static Line of(LocalDate day) {
        return new Line(
                "began_at >= ? AND began_at < ?",
                utc(Hanoi.startOf(day)),
                utc(Hanoi.startOf(day.plusDays(1))));
    }

    private static Line of(Days days) {
        return new Line(
                "campaign_from > ? AND campaign_from <= ? OR campaign_to >= ? AND campaign_to < ?",
                days.earlier(),
                days.later(),
                days.earlier(),
                days.later());
    }

    /** Every fact that is stored at one of these origins, with its custodian. Reads all facts. */
    void storedAt(Collection<Origin> origins, BiConsumer<Fact, String> each) {
        var distinct = List.copyOf(origins);
        stream(
                """
                SELECT f.*, coalesce(c.custodian, f.unit_id) AS custodian
                FROM fact f
                JOIN unnest(?::text[], ?::text[]) AS origin (unit_id, kind) USING (unit_id, kind)
                LEFT JOIN custody c USING (unit_id, kind)
                """,
                each,
                texts(distinct, Origin::unitId),
                texts(distinct, Origin::kind));
    }

    private void stream(String sql, BiConsumer<Fact, String> each, Object... args) {
        jdbc.query(
                plannedNow(sql, args),
                rs -> {
                    each.accept(FactRow.fact(rs), rs.getString("custodian"));
                });
    }

    /** Planned each time: a plan kept since the tables were small reads all of them. */
    private static PreparedStatementCreator plannedNow(String sql, Object... args) {
        return connection -> {
            var statement = connection.prepareStatement(sql);
            statement.setFetchSize(AT_ONCE);
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            for (int i = 0; i < args.length; i++) {
                statement.setObject(i + 1, args[i]);
            }
            return statement;
        };
    }

    private static @Nullable String optional(ResultSet rs, String column) throws SQLException {
        return rs.getString(column);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
