package haicap.casework.reports;

import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reports as lists show them: without their texts. */
@Component
class Lines {

    /** A report in a list. */
    @TellsOf(Matter.CRIME_REPORT)
    record Line(
            String id,
            String unitId,
            String receivingUnitId,
            ReportState state,
            Category category,
            @Nullable Severity severity,
            Channel channel,
            boolean urgent,
            LocalDate occurredOn,
            Instant receivedAt,
            @Nullable Instant dueAt,
            @Nullable String dueRule,
            @Nullable String assignedPostId) {}

    private final Custody custody;

    Lines(Custody custody) {
        this.custody = custody;
    }

    Line line(ResultSet rs) throws SQLException {
        var due = CrimeReports.due(rs);
        return new Line(
                rs.getString("id"),
                custody.custodian(rs.getString("unit_id")),
                rs.getString("received_by"),
                ReportState.valueOf(rs.getString("state")),
                Category.valueOf(rs.getString("category")),
                CrimeReports.severity(rs),
                Channel.valueOf(rs.getString("channel")),
                rs.getBoolean("urgent"),
                rs.getObject("occurred_on", LocalDate.class),
                rs.getObject("received_at", OffsetDateTime.class).toInstant(),
                due == null ? null : due.at(),
                due == null ? null : due.rule(),
                CrimeReports.assignedPost(rs));
    }
}
