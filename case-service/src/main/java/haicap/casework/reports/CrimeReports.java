package haicap.casework.reports;

import static java.util.Map.entry;

import haicap.casework.deadlines.Due;
import haicap.casework.deadlines.StoredClocks;
import haicap.casework.history.Decision;
import haicap.casework.history.HistoryEntry;
import haicap.platform.events.EventJson;
import haicap.platform.events.PublicState;
import haicap.platform.problems.Refusal;
import haicap.platform.writes.DeferredInserts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The crime reports, each with its clocks and its history. */
@Component
class CrimeReports {

    static final String KIND = "crime-report";
    static final String OBJECT_CLASS = "CRIME_REPORT";

    /** A report, its clocks and the entry of its history; of a clock only its end can change. */
    private static final String INSERT =
            """
            WITH clocks AS (
                INSERT INTO clock
                    (file_id, rule, rule_version, start_event, started_at, due_at,
                     last_day, earliest_at, obliges, met_by, met_at, ended_at,
                     ended_by, steps)
                SELECT :id, "rule", "ruleVersion", "startEvent", "startedAt",
                       "dueAt", "lastDay", "earliestAt", "obliges", "metBy",
                       "metAt", "endedAt", "endedBy", "steps"
                FROM jsonb_to_recordset(:clocks::jsonb) AS started (
                    "rule" text, "ruleVersion" int, "startEvent" text,
                    "startedAt" timestamptz, "dueAt" timestamptz, "lastDay" date,
                    "earliestAt" timestamptz, "obliges" text, "metBy" text,
                    "metAt" timestamptz, "endedAt" timestamptz, "endedBy" text,
                    "steps" jsonb)
                ON CONFLICT (file_id, rule, started_at) DO UPDATE
                    SET met_at = excluded.met_at,
                        ended_at = excluded.ended_at,
                        ended_by = excluded.ended_by
                    WHERE (clock.met_at, clock.ended_at)
                        IS DISTINCT FROM (excluded.met_at, excluded.ended_at)
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
                (id, version, unit_id, received_by, hand_overs, state, open,
                 category, severity, channel, urgent, occurred_on, received_at,
                 summary, assigned_post_id, outcome, decided_at, decided_by,
                 due_rule, due_at, ended_at, public)
            VALUES (:id, :version, :unit, :receivedBy, :handOvers::jsonb, :state,
                    :open, :category, :severity, :channel, :urgent, :occurredOn,
                    :receivedAt, :summary, :assignedPost, :outcome, :concludedAt,
                    :concludedBy, :dueRule, :dueAt, :endedAt, :public::jsonb)
            """;

    private static final String OR_UPDATE =
            """
            ON CONFLICT (id) DO UPDATE SET
                version = excluded.version,
                unit_id = excluded.unit_id,
                hand_overs = excluded.hand_overs,
                state = excluded.state,
                open = excluded.open,
                category = excluded.category,
                severity = excluded.severity,
                urgent = excluded.urgent,
                assigned_post_id = excluded.assigned_post_id,
                outcome = excluded.outcome,
                decided_at = excluded.decided_at,
                decided_by = excluded.decided_by,
                due_rule = excluded.due_rule,
                due_at = excluded.due_at,
                ended_at = excluded.ended_at,
                public = excluded.public
            WHERE known.version = excluded.version - 1
            """;

    private final JdbcClient jdbc;
    private final DeferredInserts deferredInserts;
    private final StoredClocks clocks;

    CrimeReports(JdbcClient jdbc, DeferredInserts deferredInserts, StoredClocks clocks) {
        this.jdbc = jdbc;
        this.deferredInserts = deferredInserts;
        this.clocks = clocks;
    }

    /** The units under which a report is or was stored. */
    Set<String> keepersOf(String id) {
        var keepers =
                jdbc.sql(
                                """
                                SELECT unit_id FROM crime_report WHERE id = :id
                                UNION
                                SELECT received_by FROM crime_report WHERE id = :id
                                UNION
                                SELECT passing ->> 'unitId'
                                FROM crime_report, jsonb_array_elements(hand_overs) AS passing
                                WHERE id = :id
                                """)
                        .param("id", id)
                        .query(String.class)
                        .list();
        if (keepers.isEmpty()) {
            throw Refusal.notFound(KIND, id);
        }
        return Set.copyOf(keepers);
    }

    CrimeReport get(String id) {
        return jdbc.sql(
                        """
                        SELECT id, version, unit_id, received_by, hand_overs, state, category,
                               severity, channel, urgent, occurred_on, received_at, summary,
                               assigned_post_id, outcome, decided_at, decided_by, due_rule, due_at
                        FROM crime_report
                        WHERE id = :id
                        """)
                .param("id", id)
                .query((rs, row) -> report(rs))
                .optional()
                .orElseThrow(() -> Refusal.notFound(KIND, id));
    }

    /**
     * Saves a report that is new, at the end of the transaction together with what else it leaves
     * behind: intake is the busiest write of the city.
     */
    void receive(CrimeReport report, HistoryEntry entry) {
        deferredInserts.addNamed(INSERT, columns(report, entry));
    }

    /** Saves a report in its new version. */
    void save(CrimeReport report, HistoryEntry entry) {
        int saved = jdbc.sql(INSERT + OR_UPDATE).params(columns(report, entry)).update();
        if (saved != 1) {
            throw new OptimisticLockingFailureException(
                    report.id() + " is not at version " + (report.counter() - 1));
        }
    }

    private static Map<String, Object> columns(CrimeReport report, HistoryEntry entry) {
        var reported = report.reported();
        var standing = report.standing();
        var how = standing.conclusion();
        var due = report.due();
        var decision = entry.decision();
        return Map.ofEntries(
                entry("id", report.id()),
                entry("version", report.counter()),
                entry("clocks", EventJson.write(report.clocks().all())),
                entry("action", entry.action()),
                entry("recordedAt", utc(entry.recordedAt())),
                entry("byPost", entry.byPost()),
                entry("byOfficer", entry.byOfficer()),
                entry("decisionNumber", text(number(decision))),
                entry("decidedAt", moment(decidedAt(decision))),
                entry("ground", text(ground(decision))),
                entry("note", text(note(decision))),
                entry("changes", EventJson.write(entry.changes())),
                entry("unit", report.unitId()),
                entry("receivedBy", standing.receivedBy()),
                entry("handOvers", EventJson.write(standing.handOvers())),
                entry("state", report.state().name()),
                entry("open", report.state().isOpen()),
                entry("category", reported.category().name()),
                entry("severity", text(name(reported.severity()))),
                entry("channel", reported.channel().name()),
                entry("urgent", reported.urgent()),
                entry("occurredOn", reported.occurredOn()),
                entry("receivedAt", utc(reported.receivedAt())),
                entry("summary", reported.summary()),
                entry("assignedPost", text(report.assignedPostId())),
                entry("outcome", text(how == null ? null : how.outcome().name())),
                entry("concludedAt", moment(how == null ? null : utc(how.at()))),
                entry("concludedBy", text(how == null ? null : how.byUnitId())),
                entry("dueRule", text(due == null ? null : due.rule())),
                entry("dueAt", moment(due == null ? null : utc(due.at()))),
                entry("public", PublicState.of(CrimeReportEvent.State.of(report))),
                entry("endedAt", moment(report.hasEnded() ? utc(entry.recordedAt()) : null)));
    }

    private static SqlParameterValue text(@Nullable String value) {
        return new SqlParameterValue(Types.VARCHAR, value);
    }

    private static SqlParameterValue moment(@Nullable OffsetDateTime value) {
        return new SqlParameterValue(Types.TIMESTAMP_WITH_TIMEZONE, value);
    }

    private CrimeReport report(ResultSet rs) throws SQLException {
        var id = rs.getString("id");
        return new CrimeReport(
                id, rs.getLong("version"), reported(rs), standing(rs), clocks.of(id), due(rs));
    }

    private static Reported reported(ResultSet rs) throws SQLException {
        return new Reported(
                Category.valueOf(rs.getString("category")),
                severity(rs),
                Channel.valueOf(rs.getString("channel")),
                rs.getBoolean("urgent"),
                rs.getObject("occurred_on", LocalDate.class),
                instant(rs, "received_at"),
                rs.getString("summary"));
    }

    private static Standing standing(ResultSet rs) throws SQLException {
        return new Standing(
                rs.getString("received_by"),
                rs.getString("unit_id"),
                List.of(EventJson.read(rs.getString("hand_overs"), Passing[].class)),
                ReportState.valueOf(rs.getString("state")),
                assignedPost(rs),
                conclusion(rs));
    }

    private static @Nullable Conclusion conclusion(ResultSet rs) throws SQLException {
        var outcome = optional(rs, "outcome");
        return outcome == null
                ? null
                : new Conclusion(
                        Outcome.valueOf(outcome),
                        instant(rs, "decided_at"),
                        rs.getString("decided_by"));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable String optional(ResultSet rs, String column) throws SQLException {
        return rs.getString(column);
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
