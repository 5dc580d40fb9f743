package haicap.platform.records;

import static java.util.Objects.requireNonNullElse;

import haicap.platform.access.Caller;
import haicap.platform.authority.AuthorityQuestion;
import haicap.platform.authority.Ruling;
import haicap.platform.outbox.Outbox;
import haicap.platform.web.Cursors;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The histories of records, oldest first: one entry for each version, append-only. */
@Component
class RecordHistoryTable {

    /** The free texts of an entry. */
    private record Texts(@Nullable String ground, @Nullable String note) {

        static Texts of(@Nullable Decision decision) {
            return decision == null
                    ? new Texts(null, null)
                    : new Texts(decision.ground(), decision.note());
        }
    }

    /** What was asked of the rules of authority, and which of them allowed it. */
    record Asked(AuthorityQuestion question, String rule) {

        static @Nullable String of(@Nullable Ruling ruling) {
            return ruling == null || ruling.rule() == null
                    ? null
                    : RecordJson.text(new Asked(ruling.question(), ruling.rule().id()));
        }
    }

    /** An entry to come. */
    record Line(Head head, Outcome<?> done, Map<String, Change> changes) {}

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Outbox outbox;
    private final Cursors cursors;

    RecordHistoryTable(
            JdbcClient jdbc, NamedParameterJdbcTemplate batches, Outbox outbox, Cursors cursors) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.outbox = outbox;
        this.cursors = cursors;
    }

    /** Appends an entry of each, all by one decision or by none. */
    void append(List<Line> lines, @Nullable Decision decision, Caller by, Instant now) {
        var texts = RecordJson.text(Texts.of(decision));
        batches.batchUpdate(
                """
                INSERT INTO record_history
                    (record_id, version, action, recorded_at, by_post, by_officer,
                     decision_number, decided_at, changes, authority, texts)
                VALUES (:record, :version, :action, :recordedAt, :byPost, :byOfficer,
                        :number, :decidedAt, :changes::jsonb, :authority::jsonb, :texts::jsonb)
                """,
                lines.stream()
                        .map(line ->
                                new MapSqlParameterSource()
                                        .addValue("record", line.head().id())
                                        .addValue("version", line.head().counter())
                                        .addValue("action", line.done().deed().action())
                                        .addValue("recordedAt", RecordTable.utc(now))
                                        .addValue("byPost", by.postOrSystem())
                                        .addValue("byOfficer", by.name())
                                        .addValue(
                                                "number",
                                                decision == null ? null : decision.number(),
                                                Types.VARCHAR)
                                        .addValue(
                                                "decidedAt",
                                                decision == null
                                                        ? null
                                                        : RecordTable.utc(decision.at()),
                                                Types.TIMESTAMP_WITH_TIMEZONE)
                                        .addValue("changes", RecordJson.text(line.changes()))
                                        .addValue(
                                                "authority",
                                                Asked.of(line.done().authority()),
                                                Types.VARCHAR)
                                        .addValue("texts", texts))
                        .toArray(SqlParameterSource[]::new));
    }

    /** A part of a record's history. */
    Page<HistoryLine> of(String recordId, Limit limit, @Nullable String cursor) {
        long after = cursor == null ? 0 : Long.parseLong(cursors.open(cursor, 1).getFirst());
        var found =
                jdbc.sql(
                                """
                                SELECT version, action, recorded_at, by_post, by_officer,
                                       decision_number, decided_at, changes, texts->>'ground' AS ground, texts->>'note' AS note
                                FROM record_history
                                WHERE record_id = :record AND version > :after
                                ORDER BY version
                                LIMIT :some
                                """)
                        .param("record", recordId)
                        .param("after", after)
                        .param("some", limit.value() + 1)
                        .query((rs, row) -> line(rs))
                        .list();
        return Page.of(found, limit, line -> cursors.seal("" + line.version().counter()));
    }

    /**
     * All entries as they were told, oldest first.
     *
     * @param openedAt the moment of the first entry where it bears no decision; that of another one
     *     is its recording
     */
    List<HistoryEntry> all(String recordId, Instant openedAt) {
        return jdbc.sql(
                        """
                        SELECT version, action, recorded_at, decision_number,
                               coalesce(decided_at,
                                        CASE WHEN version > 1 THEN recorded_at END) AS decided_at,
                               changes
                        FROM record_history
                        WHERE record_id = :record
                        ORDER BY version
                        """)
                .param("record", recordId)
                .query((rs, row) ->
                        new HistoryEntry(
                                rs.getLong("version"),
                                rs.getString("action"),
                                rs.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                                RecordTable.optional(rs, "decision_number"),
                                requireNonNullElse(RecordTable.instant(rs, "decided_at"), openedAt),
                                RecordJson.changes(rs.getString("changes"))))
                .list();
    }

    private HistoryLine line(ResultSet rs) throws SQLException {
        return new HistoryLine(
                outbox.version(rs.getLong("version")),
                rs.getString("action"),
                rs.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                rs.getString("by_post"),
                rs.getString("by_officer"),
                RecordTable.optional(rs, "decision_number"),
                RecordTable.instant(rs, "decided_at"),
                RecordTable.optional(rs, "ground"),
                RecordTable.optional(rs, "note"),
                RecordJson.changes(rs.getString("changes")));
    }
}
