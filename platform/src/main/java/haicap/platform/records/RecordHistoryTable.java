package haicap.platform.records;

import static java.util.Objects.requireNonNullElse;

import haicap.platform.access.Caller;
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

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Cursors cursors;

    RecordHistoryTable(JdbcClient jdbc, Outbox outbox, Cursors cursors) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.cursors = cursors;
    }

    void append(
            Head head,
            String action,
            @Nullable Decision decision,
            Map<String, Change> changes,
            Caller by,
            Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO record_history
                            (record_id, version, action, recorded_at, by_post, by_officer,
                             decision_number, decided_at, changes, texts)
                        VALUES (:record, :version, :action, :recordedAt, :byPost, :byOfficer,
                                :number, :decidedAt, :changes::jsonb, :texts::jsonb)
                        """)
                .param("record", head.id())
                .param("version", head.counter())
                .param("action", action)
                .param("recordedAt", RecordTable.utc(now))
                .param("byPost", by.postOrSystem())
                .param("byOfficer", by.name())
                .param("number", decision == null ? null : decision.number(), Types.VARCHAR)
                .param(
                        "decidedAt",
                        decision == null ? null : RecordTable.utc(decision.at()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("changes", RecordJson.text(changes))
                .param("texts", RecordJson.text(Texts.of(decision)))
                .update();
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
