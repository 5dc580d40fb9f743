package haicap.casework.reports;

import haicap.platform.access.Caller;
import haicap.platform.access.Reach;
import haicap.platform.problems.Refusal;
import haicap.platform.web.Cursors;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Lists of reports, without their texts: the newest first, or what is due before an instant. */
@Component
class CrimeReportLists {

    /** A report in a list. */
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

    /** What is asked for; a null asks for all. */
    record Wish(
            @Nullable String unitId, @Nullable ReportState state, @Nullable Instant dueBefore) {}

    private final JdbcClient jdbc;
    private final Custody custody;
    private final Reach reach;
    private final Cursors cursors;

    CrimeReportLists(JdbcClient jdbc, Custody custody, Reach reach, Cursors cursors) {
        this.jdbc = jdbc;
        this.custody = custody;
        this.reach = reach;
        this.cursors = cursors;
    }

    Page<Line> list(Wish wish, Caller caller, Limit limit, @Nullable String cursor) {
        var units = units(wish, caller);
        return wish.dueBefore() == null
                ? newest(wish, units, limit, cursor)
                : due(wish, wish.dueBefore(), units, limit, cursor);
    }

    /** The units under which the wished reports are stored; null for all. */
    private String @Nullable [] units(Wish wish, Caller caller) {
        if (custody.seesAll(caller)) {
            return wish.unitId() == null ? null : stored(Stream.of(wish.unitId()));
        }
        if (wish.unitId() == null) {
            return stored(reach.units(caller).stream());
        }
        if (!reach.units(caller).contains(wish.unitId())) {
            throw Refusal.notFound("unit", wish.unitId());
        }
        return stored(Stream.of(wish.unitId()));
    }

    private String[] stored(Stream<String> custodians) {
        return custodians
                .map(custody::storedUnits)
                .flatMap(Collection::stream)
                .toArray(String[]::new);
    }

    private Page<Line> newest(
            Wish wish, String @Nullable [] units, Limit limit, @Nullable String cursor) {
        var sql =
                jdbc.sql(
                        """
                        SELECT id, unit_id, state, category, severity, channel, urgent, occurred_on,
                               received_at, due_at, due_rule, assigned_post_id
                        FROM crime_report
                        WHERE (:units::text[] IS NULL OR unit_id = ANY (:units::text[]))
                          AND (:state::text IS NULL OR state = :state)
                          AND (:at::timestamptz IS NULL OR (received_at, id) < (:at, :id))
                        ORDER BY received_at DESC, id DESC
                        LIMIT :some
                        """);
        return Page.of(
                asked(sql, wish, units, limit, cursor).query((rs, row) -> line(rs)).list(),
                limit,
                line -> cursors.seal(line.receivedAt().toString(), line.id()));
    }

    private Page<Line> due(
            Wish wish,
            Instant dueBefore,
            String @Nullable [] units,
            Limit limit,
            @Nullable String cursor) {
        var sql =
                jdbc.sql(
                                """
                                SELECT id, unit_id, state, category, severity, channel, urgent,
                                       occurred_on, received_at, due_at, due_rule, assigned_post_id
                                FROM crime_report
                                WHERE open
                                  AND due_at < :dueBefore
                                  AND (:units::text[] IS NULL OR unit_id = ANY (:units::text[]))
                                  AND (:state::text IS NULL OR state = :state)
                                  AND (:at::timestamptz IS NULL OR (due_at, id) > (:at, :id))
                                ORDER BY due_at, id
                                LIMIT :some
                                """)
                        .param("dueBefore", CrimeReports.utc(dueBefore));
        return Page.of(
                asked(sql, wish, units, limit, cursor).query((rs, row) -> line(rs)).list(),
                limit,
                line -> cursors.seal(String.valueOf(line.dueAt()), line.id()));
    }

    private StatementSpec asked(
            StatementSpec sql,
            Wish wish,
            String @Nullable [] units,
            Limit limit,
            @Nullable String cursor) {
        var after = cursor == null ? null : cursors.open(cursor, 2);
        return sql.param("units", units, Types.ARRAY)
                .param("state", wish.state() == null ? null : wish.state().name(), Types.VARCHAR)
                .param(
                        "at",
                        after == null ? null : CrimeReports.utc(Instant.parse(after.getFirst())),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", after == null ? null : after.getLast(), Types.VARCHAR)
                .param("some", limit.value() + 1);
    }

    private Line line(ResultSet rs) throws SQLException {
        var storedUnitId = rs.getString("unit_id");
        var due = CrimeReports.due(rs);
        return new Line(
                rs.getString("id"),
                custody.custodian(storedUnitId),
                storedUnitId,
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
