package haicap.reporting.facts;

import static haicap.reporting.facts.FactTexts.texts;

import haicap.platform.time.Hanoi;
import haicap.platform.writes.Endnotes;
import haicap.reporting.facts.Known.Happening;
import haicap.reporting.facts.Passage.Days;
import haicap.reporting.facts.Passage.Stretch;
import haicap.reporting.files.Fact;
import haicap.reporting.files.FileKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Facts, whose figures count them, and what was told of them. */
@Component
class Facts {

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

    /** Facts of these kinds with an older version, so many at most, with their custodians. */
    void before(
            Collection<FileKind> kinds, long version, int atMost, BiConsumer<Fact, String> each) {
        stream(
                """
                SELECT f.*, coalesce(c.custodian, f.unit_id) AS custodian
                FROM fact f
                LEFT JOIN custody c ON c.unit_id = f.unit_id AND c.kind = f.kind
                WHERE f.kind = ANY (?) AND f.version < ?
                LIMIT ?
                """,
                each,
                kinds.stream().map(Enum::name).toArray(String[]::new),
                version,
                atMost);
    }

    void remove(Collection<String> fileIds) {
        jdbc.update("DELETE FROM fact WHERE id = ANY (?)", (Object) fileIds.toArray(String[]::new));
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
                new PlannedNow(sql, args),
                rs -> {
                    each.accept(FactRow.fact(rs), rs.getString("custodian"));
                });
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
