package haicap.inspection.findings;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The findings. */
@Component
class Findings {

    private final JdbcClient jdbc;

    Findings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Finding get(String id) {
        return jdbc.sql(
                        """
                        SELECT id, version, visit_id, campaign_id, leader_post_id, unit_id, topic,
                               severity, description, owner_post_id, due_on, state, recorded_at,
                               remedy, remedied_at, remedied_by_post, remedied_by_officer
                        FROM finding
                        WHERE id = :id
                        """)
                .param("id", id)
                .query((rs, row) -> finding(rs))
                .optional()
                .orElseThrow(() -> Refusal.notFound(Finding.KIND, id));
    }

    List<String> idsOf(String visitId) {
        return jdbc.sql("SELECT id FROM finding WHERE visit_id = :visit ORDER BY id")
                .param("visit", visitId)
                .query((rs, row) -> rs.getString("id"))
                .list();
    }

    /** Saves a new finding, or the next version of a known one. */
    void save(Finding finding) {
        var remedy = finding.remedy();
        int saved =
                jdbc.sql(
                                """
                                INSERT INTO finding AS known
                                    (id, version, visit_id, campaign_id, leader_post_id, unit_id,
                                     topic, severity, description, owner_post_id, due_on, state,
                                     recorded_at, remedy, remedied_at, remedied_by_post,
                                     remedied_by_officer, ended_at)
                                VALUES (:id, :version, :visit, :campaign, :leader, :unit, :topic,
                                        :severity, :text, :owner, :dueOn, :state, :recordedAt,
                                        :remedy, :remediedAt, :remediedByPost, :remediedByOfficer,
                                        CASE WHEN :state = 'CLOSED' THEN clock_timestamp() END)
                                ON CONFLICT (id) DO UPDATE SET
                                    version = excluded.version,
                                    due_on = excluded.due_on,
                                    state = excluded.state,
                                    remedy = excluded.remedy,
                                    remedied_at = excluded.remedied_at,
                                    remedied_by_post = excluded.remedied_by_post,
                                    remedied_by_officer = excluded.remedied_by_officer,
                                    ended_at = excluded.ended_at
                                WHERE known.version = excluded.version - 1
                                """)
                        .param("id", finding.id())
                        .param("version", finding.counter())
                        .param("visit", finding.visitId())
                        .param("campaign", finding.campaignId())
                        .param("leader", finding.leaderPostId())
                        .param("unit", finding.unitId())
                        .param("topic", finding.topic().name())
                        .param("severity", finding.severity().name())
                        .param("text", finding.text())
                        .param("owner", finding.ownerPostId())
                        .param("dueOn", finding.dueOn())
                        .param("state", finding.state().name())
                        .param("recordedAt", utc(finding.recordedAt()))
                        .param("remedy", remedy == null ? null : remedy.text(), Types.VARCHAR)
                        .param(
                                "remediedAt",
                                remedy == null ? null : utc(remedy.at()),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param(
                                "remediedByPost",
                                remedy == null ? null : remedy.byPost(),
                                Types.VARCHAR)
                        .param(
                                "remediedByOfficer",
                                remedy == null ? null : remedy.byOfficer(),
                                Types.VARCHAR)
                        .update();
        if (saved != 1) {
            throw new OptimisticLockingFailureException(
                    finding.id() + " is not at version " + (finding.counter() - 1));
        }
    }

    private static Finding finding(ResultSet rs) throws SQLException {
        return new Finding(
                rs.getString("id"),
                rs.getLong("version"),
                rs.getString("visit_id"),
                rs.getString("campaign_id"),
                rs.getString("leader_post_id"),
                rs.getString("unit_id"),
                Topic.valueOf(rs.getString("topic")),
                Severity.valueOf(rs.getString("severity")),
                rs.getString("description"),
                rs.getString("owner_post_id"),
                rs.getObject("due_on", LocalDate.class),
                FindingState.valueOf(rs.getString("state")),
                rs.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                remedy(rs));
    }

    private static @Nullable Remedy remedy(ResultSet rs) throws SQLException {
        var at = rs.getObject("remedied_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Remedy(
                        rs.getString("remedy"),
                        at.toInstant(),
                        rs.getString("remedied_by_post"),
                        rs.getString("remedied_by_officer"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
