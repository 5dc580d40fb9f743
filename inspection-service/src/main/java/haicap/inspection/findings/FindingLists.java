package haicap.inspection.findings;

import haicap.inspection.custody.Custody;
import haicap.platform.access.Caller;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.time.Hanoi;
import haicap.platform.web.Choices;
import haicap.platform.web.Cursors;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of findings that concern the caller, without their texts, the newest first. */
@Component
class FindingLists {

    /** A finding in a list. */
    @TellsOf(Matter.FINDING)
    record Line(
            String id,
            String visitId,
            String campaignId,
            String unitId,
            String ownerUnitId,
            Topic topic,
            Severity severity,
            FindingState state,
            String ownerPostId,
            LocalDate dueOn,
            Instant recordedAt) {}

    /**
     * What is asked for; a null asks for all.
     *
     * @param overdue whether the last day passed without a completed remedy
     */
    record Wish(
            @Nullable String visitId,
            @Nullable String campaignId,
            @Nullable String unitId,
            @Nullable Set<FindingState> state,
            @Nullable Set<Topic> topic,
            @Nullable Boolean overdue) {}

    private final JdbcClient jdbc;
    private final Custody custody;
    private final Cursors cursors;
    private final Clock clock;

    FindingLists(JdbcClient jdbc, Custody custody, Cursors cursors, Clock clock) {
        this.jdbc = jdbc;
        this.custody = custody;
        this.cursors = cursors;
        this.clock = clock;
    }

    Page<Line> list(Wish wish, Caller caller, Limit limit, @Nullable String cursor) {
        var after = cursor == null ? null : cursors.open(cursor, 2);
        var found =
                jdbc.sql(
                                """
                                SELECT id, visit_id, campaign_id, unit_id, topic, severity, state,
                                       owner_post_id, due_on, recorded_at
                                FROM finding
                                WHERE (:all OR unit_id = ANY (:own))
                                  AND (:visit::text IS NULL OR visit_id = :visit)
                                  AND (:campaign::text IS NULL OR campaign_id = :campaign)
                                  AND (:units::text[] IS NULL OR unit_id = ANY (:units::text[]))
                                  AND (:states::text[] IS NULL OR state = ANY (:states::text[]))
                                  AND (:topics::text[] IS NULL OR topic = ANY (:topics::text[]))
                                  AND (:overdue::boolean IS NULL
                                       OR :overdue = (state = 'OPEN' AND due_on < :today))
                                  AND (:at::timestamptz IS NULL OR (recorded_at, id) < (:at, :id))
                                ORDER BY recorded_at DESC, id DESC
                                LIMIT :some
                                """)
                        .param("all", custody.seesAll(caller))
                        .param("own", array(custody.storedFor(caller, Finding.OBJECT_CLASS)))
                        .param("visit", wish.visitId(), Types.VARCHAR)
                        .param("campaign", wish.campaignId(), Types.VARCHAR)
                        .param("units", units(wish), Types.ARRAY)
                        .param("states", Choices.names(wish.state()), Types.ARRAY)
                        .param("topics", Choices.names(wish.topic()), Types.ARRAY)
                        .param("overdue", wish.overdue(), Types.BOOLEAN)
                        .param("today", Hanoi.today(clock))
                        .param(
                                "at",
                                after == null ? null : utc(after.getFirst()),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("id", after == null ? null : after.getLast(), Types.VARCHAR)
                        .param("some", limit.value() + 1)
                        .query((rs, row) -> line(rs))
                        .list();
        return Page.of(found, limit, line -> cursors.seal(line.recordedAt().toString(), line.id()));
    }

    private String @Nullable [] units(Wish wish) {
        return wish.unitId() == null
                ? null
                : array(custody.stored(wish.unitId(), Finding.OBJECT_CLASS));
    }

    private static String[] array(Set<String> units) {
        return units.toArray(String[]::new);
    }

    private static OffsetDateTime utc(String instant) {
        return Instant.parse(instant).atOffset(ZoneOffset.UTC);
    }

    private Line line(ResultSet rs) throws SQLException {
        var storedUnitId = rs.getString("unit_id");
        return new Line(
                rs.getString("id"),
                rs.getString("visit_id"),
                rs.getString("campaign_id"),
                custody.custodian(storedUnitId, Finding.OBJECT_CLASS),
                storedUnitId,
                Topic.valueOf(rs.getString("topic")),
                Severity.valueOf(rs.getString("severity")),
                FindingState.valueOf(rs.getString("state")),
                rs.getString("owner_post_id"),
                rs.getObject("due_on", LocalDate.class),
                rs.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
