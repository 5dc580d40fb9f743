package haicap.inspection.visits;

import haicap.inspection.custody.Custody;
import haicap.platform.access.Caller;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.web.Choices;
import haicap.platform.web.Cursors;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of visits that concern the caller, in the order of their days. */
@Component
class VisitLists {

    /** A visit in a list. */
    @TellsOf(Matter.VISIT)
    record Line(
            String id,
            String campaignId,
            String unitId,
            String visitedUnitId,
            int team,
            String leaderPostId,
            LocalDate scheduledOn,
            VisitState state,
            @Nullable Instant concludedAt) {}

    /** What is asked for; a null asks for all. */
    record Wish(
            @Nullable String campaignId,
            @Nullable String unitId,
            @Nullable Integer team,
            @Nullable Set<VisitState> state) {}

    private final JdbcClient jdbc;
    private final Custody custody;
    private final Cursors cursors;

    VisitLists(JdbcClient jdbc, Custody custody, Cursors cursors) {
        this.jdbc = jdbc;
        this.custody = custody;
        this.cursors = cursors;
    }

    Page<Line> list(Wish wish, Caller caller, Limit limit, @Nullable String cursor) {
        var after = cursor == null ? null : cursors.open(cursor, 2);
        var found =
                jdbc.sql(
                                """
                                SELECT id, version, campaign_id, campaign_from, campaign_to, unit_id,
                                       team, leader_post_id, scheduled_on, state, concluded_at,
                                       conclusion_number
                                FROM visit
                                WHERE (:all OR unit_id = ANY (:own))
                                  AND (:campaign::text IS NULL OR campaign_id = :campaign)
                                  AND (:units::text[] IS NULL OR unit_id = ANY (:units::text[]))
                                  AND (:team::int IS NULL OR team = :team)
                                  AND (:states::text[] IS NULL OR state = ANY (:states::text[]))
                                  AND (:on::date IS NULL OR (scheduled_on, id) > (:on, :id))
                                ORDER BY scheduled_on, id
                                LIMIT :some
                                """)
                        .param("all", custody.seesAll(caller))
                        .param("own", array(custody.storedFor(caller, Visit.OBJECT_CLASS)))
                        .param("campaign", wish.campaignId(), Types.VARCHAR)
                        .param("units", units(wish), Types.ARRAY)
                        .param("team", wish.team(), Types.INTEGER)
                        .param("states", Choices.names(wish.state()), Types.ARRAY)
                        .param(
                                "on",
                                after == null ? null : LocalDate.parse(after.getFirst()),
                                Types.DATE)
                        .param("id", after == null ? null : after.getLast(), Types.VARCHAR)
                        .param("some", limit.value() + 1)
                        .query((rs, row) -> line(Visits.visit(rs)))
                        .list();
        return Page.of(
                found, limit, line -> cursors.seal(line.scheduledOn().toString(), line.id()));
    }

    private String @Nullable [] units(Wish wish) {
        return wish.unitId() == null
                ? null
                : array(custody.stored(wish.unitId(), Visit.OBJECT_CLASS));
    }

    private static String[] array(Set<String> units) {
        return units.toArray(String[]::new);
    }

    private Line line(Visit visit) {
        return new Line(
                visit.id(),
                visit.campaignId(),
                custody.custodian(visit.unitId(), Visit.OBJECT_CLASS),
                visit.unitId(),
                visit.team(),
                visit.leaderPostId(),
                visit.scheduledOn(),
                visit.state(),
                visit.concludedAt());
    }
}
