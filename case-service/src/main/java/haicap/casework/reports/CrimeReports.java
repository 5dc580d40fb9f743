package haicap.casework.reports;

import haicap.casework.deadlines.Due;
import haicap.casework.deadlines.StoredClocks;
import haicap.casework.history.Decision;
import haicap.casework.history.HistoryEntry;
import haicap.platform.events.EventJson;
import haicap.platform.problems.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The crime reports, each with its clocks and its history. */
@Component
class CrimeReports {

    static final String KIND = "crime-report";
    static final String OBJECT_CLASS = "CRIME_REPORT";

    private final JdbcClient jdbc;
    private final StoredClocks clocks;

    CrimeReports(JdbcClient jdbc, StoredClocks clocks) {
        this.jdbc = jdbc;
        this.clocks = clocks;
    }

    /** The unit under which a report is stored; it never changes. */
    String unitOf(String id) {
        return jdbc.sql("SELECT unit_id FROM crime_report WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound(KIND, id));
    }

    CrimeReport get(String id) {
        return jdbc.sql(
                        """
                        SELECT id, version, unit_id, state, category, severity, channel, urgent,
                               occurred_on, received_at, summary, assigned_post_id, due_rule, due_at
                        FROM crime_report
                        WHERE id = :id
                        """)
                .param("id", id)
                .query((rs, row) -> report(rs))
                .optional()
                .orElseThrow(() -> Refusal.notFound(KIND, id));
    }

    /**
     * Saves a report in its new version, its clocks and the entry of its history in one statement:
     * intake is the busiest write of the city. Of a clock only the meeting can change.
     */
    void save(CrimeReport report, HistoryEntry entry) {
        var due = report.due();
        var decision = entry.decision();
        int saved =
                jdbc.sql(
                                """
                                WITH clocks AS (
                                    INSERT INTO clock
                                        (file_id, rule, rule_version, start_event, started_at, due_at,
                                         last_day, earliest_at, obliges, met_by, met_at, steps)
                                    SELECT :id, "rule", "ruleVersion", "startEvent", "startedAt",
                                           "dueAt", "lastDay", "earliestAt", "obliges", "metBy",
                                           "metAt", "steps"
                                    FROM jsonb_to_recordset(:clocks::jsonb) AS started (
                                        "rule" text, "ruleVersion" int, "startEvent" text,
                                        "startedAt" timestamptz, "dueAt" timestamptz, "lastDay" date,
                                        "earliestAt" timestamptz, "obliges" text, "metBy" text,
                                        "metAt" timestamptz, "steps" jsonb)
                                    ON CONFLICT (file_id, rule) DO UPDATE
                                        SET met_at = excluded.met_at
                                        WHERE clock.met_at IS DISTINCT FROM excluded.met_at
                                ),
                                entry AS (
                                    INSERT INTO history
                                        (file_id, version, action, recorded_at, by_post, by_officer,
                                         decision_number, decided_at, ground, note, changes)
                                    VALUES (:id, :version, :action, :recordedAt, :byPost, :byOfficer,
                                            :decisionNumber, :decidedAt, :ground, :note,
                                            :changes::jsonb)
                                )
                                INSERT INTO crime_report AS known
                                    (id, version, unit_id, state, open, category, severity, channel,
                                     urgent, occurred_on, received_at, summary, assigned_post_id,
                                     due_rule, due_at)
                                VALUES (:id, :version, :unit, :state, :open, :category, :severity,
                                        :channel, :urgent, :occurredOn, :receivedAt, :summary,
                                        :assignedPost, :dueRule, :dueAt)
                                ON CONFLICT (id) DO UPDATE SET
                                    version = excluded.version,
                                    state = excluded.state,
                                    open = excluded.open,
                                    category = excluded.category,
                                    severity = excluded.severity,
                                    urgent = excluded.urgent,
                                    assigned_post_id = excluded.assigned_post_id,
                                    due_rule = excluded.due_rule,
                                    due_at = excluded.due_at
                                WHERE known.version = excluded.version - 1
                                """)
                        .param("id", report.id())
                        .param("version", report.counter())
                        .param("clocks", EventJson.write(report.clocks().all()))
                        .param("action", entry.action())
                        .param("recordedAt", utc(entry.recordedAt()))
                        .param("byPost", entry.byPost())
                        .param("byOfficer", entry.byOfficer())
                        .param("decisionNumber", number(decision), Types.VARCHAR)
                        .param("decidedAt", decidedAt(decision), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("ground", ground(decision), Types.VARCHAR)
                        .param("note", note(decision), Types.VARCHAR)
                        .param("changes", EventJson.write(entry.changes()))
                        .param("unit", report.unitId())
                        .param("state", report.state().name())
                        .param("open", report.state().isOpen())
                        .param("category", report.category().name())
                        .param("severity", name(report.severity()), Types.VARCHAR)
                        .param("channel", report.channel().name())
                        .param("urgent", report.urgent())
                        .param("occurredOn", report.occurredOn())
                        .param("receivedAt", utc(report.receivedAt()))
                        .param("summary", report.summary())
                        .param("assignedPost", report.assignedPostId(), Types.VARCHAR)
                        .param("dueRule", due == null ? null : due.rule(), Types.VARCHAR)
                        .param(
                                "dueAt",
                                due == null ? null : utc(due.at()),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .update();
        if (saved != 1) {
            throw new OptimisticLockingFailureException(
                    report.id() + " is not at version " + (report.counter() - 1));
        }
    }

    private CrimeReport report(ResultSet rs) throws SQLException {
        var id = rs.getString("id");
        return new CrimeReport(
                id,
                rs.getLong("version"),
                rs.getString("unit_id"),
                ReportState.valueOf(rs.getString("state")),
                Category.valueOf(rs.getString("category")),
                severity(rs),
                Channel.valueOf(rs.getString("channel")),
                rs.getBoolean("urgent"),
                rs.getObject("occurred_on", LocalDate.class),
                rs.getObject("received_at", OffsetDateTime.class).toInstant(),
                rs.getString("summary"),
                assignedPost(rs),
                clocks.of(id),
                due(rs));
    }

    static @Nullable Severity severity(ResultSet rs) throws SQLException {
        var name = rs.getString("severity");
        return name == null ? null : Severity.valueOf(name);
    }

    static @Nullable String assignedPost(ResultSet rs) throws SQLException {
        return rs.getString("assigned_post_id");
    }

    static @Nullable Due due(ResultSet rs) throws SQLException {
        var at = rs.getObject("due_at", OffsetDateTime.class);
        return at == null ? null : new Due(rs.getString("due_rule"), at.toInstant());
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String name(@Nullable Severity severity) {
        return severity == null ? null : severity.name();
    }

    private static @Nullable String number(@Nullable Decision decision) {
        return decision == null ? null : decision.number();
    }

    private static @Nullable OffsetDateTime decidedAt(@Nullable Decision decision) {
        return decision == null ? null : utc(decision.at());
    }

    private static @Nullable String ground(@Nullable Decision decision) {
        return decision == null ? null : decision.ground();
    }

    private static @Nullable String note(@Nullable Decision decision) {
        return decision == null ? null : decision.note();
    }
}
