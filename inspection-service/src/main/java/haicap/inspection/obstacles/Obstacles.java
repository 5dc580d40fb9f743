package haicap.inspection.obstacles;

import haicap.inspection.deadlines.StoredClocks;
import haicap.platform.problems.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The obstacles, each with its clocks. */
@Component
class Obstacles {

    private final JdbcClient jdbc;
    private final StoredClocks clocks;

    Obstacles(JdbcClient jdbc, StoredClocks clocks) {
        this.jdbc = jdbc;
        this.clocks = clocks;
    }

    Obstacle get(String id) {
        return jdbc.sql(
                        """
                        SELECT id, version, unit_id, state, field, severity, description,
                               legal_basis_issue, asked_of, raised_at, raised_by_post,
                               department_unit_id, answer, answered_at, answered_by_post,
                               answered_by_officer
                        FROM obstacle
                        WHERE id = :id
                        """)
                .param("id", id)
                .query((rs, row) -> obstacle(rs))
                .optional()
                .orElseThrow(() -> Refusal.notFound(Obstacle.KIND, id));
    }

    /** Saves a new obstacle, or the next version of a known one. */
    void save(Obstacle obstacle) {
        var reply = obstacle.reply();
        var due = obstacle.answerClock();
        int saved =
                jdbc.sql(
                                """
                                INSERT INTO obstacle AS known
                                    (id, version, unit_id, state, open, field, severity, description,
                                     legal_basis_issue, asked_of, raised_at, raised_by_post,
                                     department_unit_id, answer, answered_at, answered_by_post,
                                     answered_by_officer, answer_due_at, due_rule, ended_at)
                                VALUES (:id, :version, :unit, :state, :open, :field, :severity,
                                        :description, :legalBasisIssue, :askedOf, :raisedAt,
                                        :raisedByPost, :department, :answer, :answeredAt,
                                        :answeredByPost, :answeredByOfficer, :dueAt, :dueRule,
                                        CASE WHEN NOT :open THEN clock_timestamp() END)
                                ON CONFLICT (id) DO UPDATE SET
                                    version = excluded.version,
                                    state = excluded.state,
                                    open = excluded.open,
                                    department_unit_id = excluded.department_unit_id,
                                    answer = excluded.answer,
                                    answered_at = excluded.answered_at,
                                    answered_by_post = excluded.answered_by_post,
                                    answered_by_officer = excluded.answered_by_officer,
                                    answer_due_at = excluded.answer_due_at,
                                    due_rule = excluded.due_rule,
                                    ended_at = excluded.ended_at
                                WHERE known.version = excluded.version - 1
                                """)
                        .param("id", obstacle.id())
                        .param("version", obstacle.counter())
                        .param("unit", obstacle.unitId())
                        .param("state", obstacle.state().name())
                        .param("open", obstacle.state().isOpen())
                        .param("field", obstacle.field().name())
                        .param("severity", obstacle.severity().name())
                        .param("description", obstacle.description())
                        .param("legalBasisIssue", obstacle.legalBasisIssue(), Types.VARCHAR)
                        .param("askedOf", obstacle.askedOf(), Types.VARCHAR)
                        .param("raisedAt", utc(obstacle.raisedAt()))
                        .param("raisedByPost", obstacle.raisedByPost())
                        .param("department", obstacle.departmentUnitId(), Types.VARCHAR)
                        .param("answer", reply == null ? null : reply.text(), Types.VARCHAR)
                        .param(
                                "answeredAt",
                                reply == null ? null : utc(reply.at()),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param(
                                "answeredByPost",
                                reply == null ? null : reply.byPost(),
                                Types.VARCHAR)
                        .param(
                                "answeredByOfficer",
                                reply == null ? null : reply.byOfficer(),
                                Types.VARCHAR)
                        .param(
                                "dueAt",
                                due == null ? null : utc(due.dueAt()),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("dueRule", due == null ? null : due.rule().id(), Types.VARCHAR)
                        .update();
        if (saved != 1) {
            throw new OptimisticLockingFailureException(
                    obstacle.id() + " is not at version " + (obstacle.counter() - 1));
        }
        clocks.save(obstacle.id(), obstacle.clocks());
    }

    private Obstacle obstacle(ResultSet rs) throws SQLException {
        var id = rs.getString("id");
        return new Obstacle(
                id,
                rs.getLong("version"),
                rs.getString("unit_id"),
                ObstacleState.valueOf(rs.getString("state")),
                Field.valueOf(rs.getString("field")),
                Severity.valueOf(rs.getString("severity")),
                rs.getString("description"),
                optional(rs, "legal_basis_issue"),
                optional(rs, "asked_of"),
                rs.getObject("raised_at", OffsetDateTime.class).toInstant(),
                rs.getString("raised_by_post"),
                optional(rs, "department_unit_id"),
                reply(rs),
                clocks.of(id));
    }

    private static @Nullable Reply reply(ResultSet rs) throws SQLException {
        var at = rs.getObject("answered_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Reply(
                        rs.getString("answer"),
                        at.toInstant(),
                        rs.getString("answered_by_post"),
                        rs.getString("answered_by_officer"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String optional(ResultSet rs, String column) throws SQLException {
        return rs.getString(column);
    }
}
