package haicap.casework.reports;

import haicap.casework.reports.Lines.Line;
import haicap.platform.access.Caller;
import haicap.platform.web.Choices;
import haicap.platform.web.Cursors;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import java.sql.Types;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Lists of reports, without their texts: the newest first, or what is due before an instant. */
@Component
class CrimeReportLists {

    /** What is asked for; a null asks for all. */
    record Wish(
            @Nullable String unitId,
            @Nullable Set<ReportState> state,
            @Nullable Set<Category> category,
            @Nullable Instant dueBefore) {}

    private final JdbcClient jdbc;
    private final ListScope scope;
    private final Lines lines;
    private final Cursors cursors;

    CrimeReportLists(JdbcClient jdbc, ListScope scope, Lines lines, Cursors cursors) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.lines = lines;
        this.cursors = cursors;
    }

    Page<Line> list(Wish wish, Caller caller, Limit limit, @Nullable String cursor) {
        var units = scope.wished(caller, wish.unitId());
        return wish.dueBefore() == null
                ? newest(wish, units, limit, cursor)
                : due(wish, wish.dueBefore(), units, limit, cursor);
    }

    private Page<Line> newest(
            Wish wish, String @Nullable [] units, Limit limit, @Nullable String cursor) {
        var sql =
                jdbc.sql(
                        """
                        SELECT id, unit_id, received_by, state, category, severity, channel, urgent,
                               occurred_on, received_at, due_at, due_rule, assigned_post_id
                        FROM crime_report
                        WHERE (:units::text[] IS NULL OR unit_id = ANY (:units::text[]))
                          AND (:states::text[] IS NULL OR state = ANY (:states::text[]))
                          AND (:categories::text[] IS NULL
                               OR category = ANY (:categories::text[]))
                          AND (:at::timestamptz IS NULL OR (received_at, id) < (:at, :id))
                        ORDER BY received_at DESC, id DESC
                        LIMIT :some
                        """);
        return Page.of(
                asked(sql, wish, units, limit, cursor).query((rs, row) -> lines.line(rs)).list(),
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
                                      SELECT id, unit_id, received_by, state, category, severity, channel, urgent,
                                             occurred_on, received_at, due_at, due_rule, assigned_post_id
                                      FROM crime_report
                                      WHERE open
                                        AND due_at < :dueBefore
                                        AND (:units::text[] IS NULL OR unit_id = ANY (:units::text[]))
                                        AND (:states::text[] IS NULL OR state = ANY (:states::text[]))
                                AND (:categories::text[] IS NULL
                                     OR category = ANY (:categories::text[]))
                                        AND (:at::timestamptz IS NULL OR (due_at, id) > (:at, :id))
                                      ORDER BY due_at, id
                                      LIMIT :some
                                """)
                        .param("dueBefore", CrimeReports.utc(dueBefore));
        return Page.of(
                asked(sql, wish, units, limit, cursor).query((rs, row) -> lines.line(rs)).list(),
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
                .param("states", Choices.names(wish.state()), Types.ARRAY)
                .param("categories", Choices.names(wish.category()), Types.ARRAY)
                .param(
                        "at",
                        after == null ? null : CrimeReports.utc(Instant.parse(after.getFirst())),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", after == null ? null : after.getLast(), Types.VARCHAR)
                .param("some", limit.value() + 1);
    }
}
