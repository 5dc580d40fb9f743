package haicap.platform.retention;

import haicap.platform.access.Caller;
import haicap.platform.problems.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Legal holds, past and present. */
@Component
class Holds {

    static final String KIND = "legal-hold";

    private final JdbcClient jdbc;

    Holds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Hold hold, Caller by) {
        jdbc.sql(
                        """
                        INSERT INTO legal_hold
                            (id, subject, decision_number, held_at, by_post, by_officer)
                        VALUES (:id, :subject, :number, :at, :post, :officer)
                        """)
                .param("id", hold.id())
                .param("subject", hold.subject())
                .param("number", hold.decisionNumber())
                .param("at", utc(hold.heldAt()))
                .param("post", hold.byPost())
                .param("officer", by.name())
                .update();
    }

    void release(String id, Instant at, String byPost, String decisionNumber) {
        jdbc.sql(
                        """
                        UPDATE legal_hold
                        SET released_at = :at, released_by_post = :post, release_number = :number
                        WHERE id = :id AND released_at IS NULL
                        """)
                .param("at", utc(at))
                .param("post", byPost)
                .param("number", decisionNumber)
                .param("id", id)
                .update();
    }

    Hold get(String id) {
        return jdbc.sql("SELECT * FROM legal_hold WHERE id = ?")
                .param(id)
                .query(Holds::hold)
                .optional()
                .orElseThrow(() -> Refusal.notFound(KIND, id));
    }

    /** Whether an officer ordered the hold himself. */
    boolean isBy(String id, Caller caller) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM legal_hold WHERE id = ? AND by_officer = ?)")
                .params(id, caller.name())
                .query(Boolean.class)
                .single();
    }

    List<Hold> page(String after, int atMost) {
        return jdbc.sql("SELECT * FROM legal_hold WHERE id > ? ORDER BY id LIMIT ?")
                .params(after, atMost)
                .query(Holds::hold)
                .list();
    }

    long standing() {
        return jdbc.sql("SELECT count(*) FROM legal_hold WHERE released_at IS NULL")
                .query(Long.class)
                .single();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Hold hold(ResultSet rs, int row) throws SQLException {
        return new Hold(
                rs.getString("id"),
                rs.getString("subject"),
                rs.getString("decision_number"),
                rs.getObject("held_at", OffsetDateTime.class).toInstant(),
                rs.getString("by_post"),
                instant(rs, "released_at"),
                rs.getString("released_by_post"));
    }
}
