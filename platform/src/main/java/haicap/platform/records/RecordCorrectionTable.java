package haicap.platform.records;

import static java.util.Objects.requireNonNullElse;

import haicap.platform.access.Caller;
import haicap.platform.outbox.Outbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The corrections of records, proposed and decided. */
@Component
class RecordCorrectionTable {

    /** What is free text of it. */
    private record Texts(String reason) {}

    /** What is free text of the decision on it. */
    private record DecisionTexts(@Nullable String ground, @Nullable String note) {}

    /** A correction with the officer who proposed it. */
    record Row(Correction correction, String proposedBy) {}

    private final JdbcClient jdbc;
    private final Outbox outbox;

    RecordCorrectionTable(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    void add(
            String id,
            String recordId,
            HistoryEntry wrong,
            CorrectionRequest request,
            Caller by,
            Instant now) {
        jdbc.sql(
                        """
                        WITH kept AS (
                            UPDATE record SET erased_at = NULL WHERE id = :record)
                        INSERT INTO record_correction
                            (id, record_id, version, action, state, number_before, number,
                             at_before, at, proposed_at, by_post, by_officer, texts)
                        VALUES (:id, :record, :version, :action, 'PROPOSED', :numberBefore, :number,
                                :atBefore, :at, :now, :byPost, :byOfficer, :texts::jsonb)
                        """)
                .param("id", id)
                .param("record", recordId)
                .param("version", wrong.counter())
                .param("action", wrong.action())
                .param("numberBefore", wrong.decisionNumber(), Types.VARCHAR)
                .param("number", request.decisionNumber(), Types.VARCHAR)
                .param("atBefore", RecordTable.utc(wrong.at()))
                .param("at", RecordTable.utc(request.at()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", RecordTable.utc(now))
                .param("byPost", by.post().postId())
                .param("byOfficer", by.name())
                .param("texts", RecordJson.text(new Texts(request.reason())))
                .update();
    }

    void decide(String id, Correction.State state, Decision decision, Caller by, Instant now) {
        jdbc.sql(
                        """
                        UPDATE record_correction
                        SET state = :state, decided_at = :now, decided_by_post = :byPost,
                            decided_by_officer = :byOfficer, decision_number = :number,
                            decision_at = :decisionAt, texts = texts || :texts::jsonb
                        WHERE id = :id
                        """)
                .param("id", id)
                .param("state", state.name())
                .param("now", RecordTable.utc(now))
                .param("byPost", by.post().postId())
                .param("byOfficer", by.name())
                .param("number", decision.number())
                .param("decisionAt", RecordTable.utc(decision.at()))
                .param(
                        "texts",
                        RecordJson.text(new DecisionTexts(decision.ground(), decision.note())))
                .update();
    }

    /** Of one record, oldest first. */
    List<Row> of(String recordId) {
        return jdbc.sql(
                        """
                        SELECT id, version, action, state, number_before, number, at_before, at,
                               proposed_at, by_post, by_officer, decided_at, decided_by_post,
                               texts->>'reason' AS reason
                        FROM record_correction
                        WHERE record_id = :record
                        ORDER BY proposed_at, id
                        """)
                .param("record", recordId)
                .query((rs, row) -> row(rs))
                .list();
    }

    private Row row(ResultSet rs) throws SQLException {
        return new Row(
                new Correction(
                        rs.getString("id"),
                        outbox.version(rs.getLong("version")),
                        rs.getString("action"),
                        Correction.State.valueOf(rs.getString("state")),
                        RecordTable.optional(rs, "number_before"),
                        RecordTable.optional(rs, "number"),
                        rs.getObject("at_before", OffsetDateTime.class).toInstant(),
                        RecordTable.instant(rs, "at"),
                        reason(rs),
                        rs.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                        rs.getString("by_post"),
                        RecordTable.instant(rs, "decided_at"),
                        RecordTable.optional(rs, "decided_by_post")),
                rs.getString("by_officer"));
    }

    private static String reason(ResultSet rs) throws SQLException {
        @Nullable String kept = RecordTable.optional(rs, "reason");
        return requireNonNullElse(kept, "");
    }
}
