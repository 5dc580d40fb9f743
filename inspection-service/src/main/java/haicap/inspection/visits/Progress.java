package haicap.inspection.visits;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the teams of a campaign are. */
@Component
public class Progress {

    /** One team's visits; its leader is who leads what is still to come. */
    public record OfTeam(int team, String leaderPostId, long visits, long concluded) {}

    private final JdbcClient jdbc;

    Progress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The teams that have any visit, by number. */
    public List<OfTeam> of(String campaignId) {
        return jdbc.sql(
                        """
                        SELECT (body->>'team')::int AS team,
                               coalesce(
                                   max(decided_post) FILTER (WHERE open), max(decided_post))
                                   AS leader,
                               count(*) AS visits,
                               count(*) FILTER (WHERE state = 'CONCLUDED') AS concluded
                        FROM record
                        WHERE parent_id = :campaign AND kind = 'visit'
                        GROUP BY 1
                        ORDER BY 1
                        """)
                .param("campaign", campaignId)
                .query((rs, row) ->
                        new OfTeam(
                                rs.getInt("team"),
                                rs.getString("leader"),
                                rs.getLong("visits"),
                                rs.getLong("concluded")))
                .list();
    }
}
