package haicap.inspection.obstacles;

import haicap.platform.problems.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The obstacles. */
@Component
class Obstacles {

    private final JdbcClient jdbc;

    Obstacles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Obstacle get(String id) {
        return jdbc.sql(
                        """
                        SELECT id, version, unit_id, state, field, severity, description,
                               legal_basis_issue, asked_of, raised_at, raised_by_post
                        FROM obstacle
                        WHERE id = :id
                        """)
                .param("id", id)
                .query((rs, row) -> obstacle(rs))
                .optional()
                .orElseThrow(() -> Refusal.notFound(Obstacle.KIND, id));
    }

    void insert(Obstacle obstacle) {
        jdbc.sql(
                        """
                        INSERT INTO obstacle
                            (id, version, unit_id, state, open, field, severity, description,
                             legal_basis_issue, asked_of, raised_at, raised_by_post)
                        VALUES (:id, :version, :unit, :state, :open, :field, :severity, :description,
                                :legalBasisIssue, :askedOf, :raisedAt, :raisedByPost)
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
                .param("raisedAt", obstacle.raisedAt().atOffset(ZoneOffset.UTC))
                .param("raisedByPost", obstacle.raisedByPost())
                .update();
    }

    private static Obstacle obstacle(ResultSet rs) throws SQLException {
        return new Obstacle(
                rs.getString("id"),
                rs.getLong("version"),
                rs.getString("unit_id"),
                ObstacleState.valueOf(rs.getString("state")),
                Field.valueOf(rs.getString("field")),
                Severity.valueOf(rs.getString("severity")),
                rs.getString("description"),
                optional(rs, "legal_basis_issue"),
                optional(rs, "asked_of"),
                rs.getObject("raised_at", OffsetDateTime.class).toInstant(),
                rs.getString("raised_by_post"));
    }

    private static @Nullable String optional(ResultSet rs, String column) throws SQLException {
        return rs.getString(column);
    }
}
