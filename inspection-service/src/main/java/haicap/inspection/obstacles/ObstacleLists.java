package haicap.inspection.obstacles;

import haicap.platform.access.Caller;
import haicap.platform.access.Reach;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.web.Choices;
import haicap.platform.web.Cursors;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of obstacles that concern the caller, without their texts, the newest first. */
@Component
class ObstacleLists {

    /** An obstacle in a list. */
    @TellsOf(Matter.OBSTACLE)
    record Line(
            String id,
            String unitId,
            String raisingUnitId,
            ObstacleState state,
            Field field,
            Severity severity,
            @Nullable String askedOf,
            Instant raisedAt,
            @Nullable String departmentUnitId,
            @Nullable Instant answerDueAt) {}

    /** What is asked for; a null asks for all. */
    record Wish(
            @Nullable String unitId,
            @Nullable Set<ObstacleState> state,
            @Nullable String departmentUnitId,
            @Nullable Boolean overdue) {}

    private final JdbcClient jdbc;
    private final Sight sight;
    private final Reach reach;
    private final Cursors cursors;
    private final Clock clock;

    ObstacleLists(JdbcClient jdbc, Sight sight, Reach reach, Cursors cursors, Clock clock) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.reach = reach;
        this.cursors = cursors;
        this.clock = clock;
    }

    Page<Line> list(Wish wish, Caller caller, Limit limit, @Nullable String cursor) {
        var after = cursor == null ? null : cursors.open(cursor, 2);
        var found =
                jdbc.sql(
                                """
                                SELECT id, unit_id, state, field, severity, asked_of, raised_at,
                                       department_unit_id, answer_due_at
                                FROM obstacle
                                WHERE (:all OR unit_id = ANY (:own) OR asked_of = ANY (:own)
                                       OR department_unit_id = ANY (:own))
                                  AND (:units::text[] IS NULL OR unit_id = ANY (:units::text[]))
                                  AND (:states::text[] IS NULL OR state = ANY (:states::text[]))
                                  AND (:departments::text[] IS NULL
                                       OR department_unit_id = ANY (:departments::text[]))
                                  AND (:overdue::boolean IS NULL
                                       OR :overdue = coalesce(answer_due_at <= :now, false))
                                  AND (:at::timestamptz IS NULL OR (raised_at, id) < (:at, :id))
                                ORDER BY raised_at DESC, id DESC
                                LIMIT :some
                                """)
                        .param("all", sight.isOfAll(caller))
                        .param("own", array(sight.units(caller)))
                        .param("units", units(wish.unitId()), Types.ARRAY)
                        .param("departments", units(wish.departmentUnitId()), Types.ARRAY)
                        .param("overdue", wish.overdue(), Types.BOOLEAN)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("states", Choices.names(wish.state()), Types.ARRAY)
                        .param(
                                "at",
                                after == null ? null : utc(after.getFirst()),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("id", after == null ? null : after.getLast(), Types.VARCHAR)
                        .param("some", limit.value() + 1)
                        .query((rs, row) -> line(rs))
                        .list();
        return Page.of(found, limit, line -> cursors.seal(line.raisedAt().toString(), line.id()));
    }

    private String @Nullable [] units(@Nullable String custodian) {
        return custodian == null ? null : array(sight.stored(custodian));
    }

    private static String[] array(Set<String> units) {
        return units.toArray(String[]::new);
    }

    private static OffsetDateTime utc(String instant) {
        return Instant.parse(instant).atOffset(ZoneOffset.UTC);
    }

    private Line line(ResultSet rs) throws SQLException {
        var storedUnitId = rs.getString("unit_id");
        var due = rs.getObject("answer_due_at", OffsetDateTime.class);
        return new Line(
                rs.getString("id"),
                reach.custodian(storedUnitId, Obstacle.OBJECT_CLASS),
                storedUnitId,
                ObstacleState.valueOf(rs.getString("state")),
                Field.valueOf(rs.getString("field")),
                Severity.valueOf(rs.getString("severity")),
                rs.getString("asked_of"),
                rs.getObject("raised_at", OffsetDateTime.class).toInstant(),
                rs.getString("department_unit_id"),
                due == null ? null : due.toInstant());
    }
}
