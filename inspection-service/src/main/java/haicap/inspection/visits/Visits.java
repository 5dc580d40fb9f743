package haicap.inspection.visits;

import haicap.inspection.findings.Topic;
import haicap.platform.events.PublicState;
import haicap.platform.problems.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The visits. */
@Component
class Visits {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Visits(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    Visit get(String id) {
        return jdbc.sql(
                        """
                        SELECT id, version, campaign_id, campaign_from, campaign_to, unit_id, team,
                               leader_post_id, scheduled_on, state, concluded_at, conclusion_number
                        FROM visit
                        WHERE id = :id
                        """)
                .param("id", id)
                .query((rs, row) -> visit(rs))
                .optional()
                .orElseThrow(() -> Refusal.notFound(Visit.KIND, id));
    }

    /** All visits of a schedule in one batch. */
    void insert(List<Visit> visits) {
        batches.batchUpdate(
                """
                INSERT INTO visit
                    (id, version, campaign_id, campaign_from, campaign_to, unit_id, team,
                     leader_post_id, scheduled_on, state, public)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                """,
                visits,
                visits.size(),
                (statement, visit) -> {
                    statement.setString(1, visit.id());
                    statement.setLong(2, visit.counter());
                    statement.setString(3, visit.campaignId());
                    statement.setObject(4, visit.campaignFrom());
                    statement.setObject(5, visit.campaignTo());
                    statement.setString(6, visit.unitId());
                    statement.setInt(7, visit.team());
                    statement.setString(8, visit.leaderPostId());
                    statement.setObject(9, visit.scheduledOn());
                    statement.setString(10, visit.state().name());
                    statement.setString(11, PublicState.of(VisitEvent.State.of(visit)));
                });
    }

    void update(Visit visit) {
        var concludedAt = visit.concludedAt();
        int updated =
                jdbc.sql(
                                """
                                UPDATE visit
                                SET version = :version,
                                    state = :state,
                                    concluded_at = :concludedAt,
                                    conclusion_number = :number,
                                    public = :public::jsonb
                                WHERE id = :id AND version = :version - 1
                                """)
                        .param("id", visit.id())
                        .param("version", visit.counter())
                        .param("state", visit.state().name())
                        .param(
                                "concludedAt",
                                concludedAt == null ? null : concludedAt.atOffset(ZoneOffset.UTC),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("number", visit.conclusionNumber(), Types.VARCHAR)
                        .param("public", PublicState.of(VisitEvent.State.of(visit)))
                        .update();
        if (updated != 1) {
            throw new OptimisticLockingFailureException(
                    visit.id() + " is not at version " + (visit.counter() - 1));
        }
    }

    static Visit visit(ResultSet rs) throws SQLException {
        return new Visit(
                rs.getString("id"),
                rs.getLong("version"),
                rs.getString("campaign_id"),
                rs.getObject("campaign_from", LocalDate.class),
                rs.getObject("campaign_to", LocalDate.class),
                rs.getString("unit_id"),
                rs.getInt("team"),
                rs.getString("leader_post_id"),
                rs.getObject("scheduled_on", LocalDate.class),
                VisitState.valueOf(rs.getString("state")),
                concludedAt(rs),
                number(rs));
    }

    /** What the campaign is about. */
    List<Topic> topicsOf(String campaignId) {
        return jdbc.sql("SELECT unnest(topics) AS topic FROM campaign WHERE id = ?")
                .param(campaignId)
                .query((rs, row) -> Topic.valueOf(rs.getString("topic")))
                .list();
    }

    private static @Nullable Instant concludedAt(ResultSet rs) throws SQLException {
        var at = rs.getObject("concluded_at", OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable String number(ResultSet rs) throws SQLException {
        return rs.getString("conclusion_number");
    }
}
