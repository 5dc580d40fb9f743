package haicap.reporting.facts;

import haicap.reporting.files.CrimeReport;
import haicap.reporting.files.Fact;
import haicap.reporting.files.FileKind;
import haicap.reporting.files.Finding;
import haicap.reporting.files.Matter;
import haicap.reporting.files.Obstacle;
import haicap.reporting.files.Visit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A fact as the table keeps it: a column of one kind is empty for the others. */
record FactRow(
        boolean open,
        @Nullable Instant beganAt,
        @Nullable Instant dueAt,
        @Nullable String receivedBy,
        String handOvers,
        @Nullable String outcome,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable LocalDate campaignFrom,
        @Nullable LocalDate campaignTo) {

    static FactRow of(Matter matter) {
        return switch (matter) {
            case CrimeReport report ->
                    new FactRow(
                            report.open(),
                            report.receivedAt(),
                            report.dueAt(),
                            report.receivedBy(),
                            HandOvers.write(report.handOvers()),
                            report.outcome() == null ? null : report.outcome().name(),
                            report.decidedAt(),
                            report.decidedBy(),
                            null,
                            null);
            case Visit visit ->
                    new FactRow(
                            !visit.concluded(),
                            null,
                            null,
                            null,
                            "",
                            null,
                            null,
                            null,
                            visit.campaignFrom(),
                            visit.campaignTo());
            case Finding finding -> running(finding.open(), finding.recordedAt(), finding.dueAt());
            case Obstacle obstacle ->
                    running(obstacle.open(), obstacle.raisedAt(), obstacle.answerDueAt());
        };
    }

    private static FactRow running(boolean open, Instant beganAt, @Nullable Instant dueAt) {
        return new FactRow(open, beganAt, dueAt, null, "", null, null, null, null, null);
    }

    static Fact fact(ResultSet rs) throws SQLException {
        return new Fact(
                rs.getString("id"),
                rs.getLong("version"),
                rs.getString("unit_id"),
                matter(rs, FileKind.valueOf(rs.getString("kind"))));
    }

    private static Matter matter(ResultSet rs, FileKind kind) throws SQLException {
        boolean open = rs.getBoolean("open");
        return switch (kind) {
            case CRIME_REPORT ->
                    new CrimeReport(
                            instant(rs, "began_at"),
                            open,
                            instant(rs, "due_at"),
                            rs.getString("received_by"),
                            HandOvers.read(rs.getString("hand_overs")),
                            outcome(rs),
                            instant(rs, "decided_at"),
                            rs.getString("decided_by"));
            case VISIT -> new Visit(day(rs, "campaign_from"), day(rs, "campaign_to"), !open);
            case FINDING -> new Finding(instant(rs, "began_at"), open, instant(rs, "due_at"));
            case OBSTACLE -> new Obstacle(instant(rs, "began_at"), open, instant(rs, "due_at"));
        };
    }

    private static CrimeReport.@Nullable Outcome outcome(ResultSet rs) throws SQLException {
        @Nullable String outcome = rs.getString("outcome");
        return outcome == null ? null : CrimeReport.Outcome.valueOf(outcome);
    }

    @SuppressWarnings("NullAway")
    private static Instant instant(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static LocalDate day(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, LocalDate.class);
    }
}
