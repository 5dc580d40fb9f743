package haicap.inspection.findings;

import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.records.Decision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What units said to findings about them: append-only. */
@Component
class Replies {

    /** What was said, by which post. */
    @TellsOf(Matter.FINDING)
    record Reply(String id, String text, Instant repliedAt, String byPost, String decisionNumber) {}

    private final JdbcClient jdbc;

    Replies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void append(Reply reply, String findingId, String byOfficer, Decision decision) {
        jdbc.sql(
                        """
                        INSERT INTO finding_reply
                            (id, finding_id, replied_at, by_post, by_officer, decision_number,
                             decided_at, text)
                        VALUES (:id, :finding, :repliedAt, :byPost, :byOfficer, :number, :decidedAt,
                                :text)
                        """)
                .param("id", reply.id())
                .param("finding", findingId)
                .param("repliedAt", reply.repliedAt().atOffset(ZoneOffset.UTC))
                .param("byPost", reply.byPost())
                .param("byOfficer", byOfficer)
                .param("number", decision.number())
                .param("decidedAt", decision.at().atOffset(ZoneOffset.UTC))
                .param("text", reply.text())
                .update();
    }

    List<Reply> of(String findingId) {
        return jdbc.sql(
                        """
                        SELECT id, text, replied_at, by_post, decision_number
                        FROM finding_reply
                        WHERE finding_id = :finding
                        ORDER BY replied_at, id
                        """)
                .param("finding", findingId)
                .query((rs, row) -> reply(rs))
                .list();
    }

    private static Reply reply(ResultSet rs) throws SQLException {
        return new Reply(
                rs.getString("id"),
                rs.getString("text"),
                rs.getObject("replied_at", OffsetDateTime.class).toInstant(),
                rs.getString("by_post"),
                rs.getString("decision_number"));
    }
}
