package haicap.inspection.visits;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the teams of a campaign are. */
@Component
public class Progress {

    /** One team's visits. */
    public record OfTeam(int team, String leaderPostId, long visits, long concluded) {}

    private final JdbcClient jdbc;

    Progress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The teams that have any visit, by number. */
    public List<OfTeam> of(String campaignId) {
        return jdbc.sql(
                        """
                        SELECT team, leader_post_id, count(*) AS visits,
                               count(*) FILTER (WHERE state = 'CONCLUDED') AS concluded
                        FROM visit
                        WHERE campaign_id = :campaign
                        GROUP BY team, leader_post_id
                        ORDER BY team
                        """)
                .param("campaign", campaignId)
                .query((rs, row) ->
                        new OfTeam(
                                rs.getInt("team"),
                                rs.getString("leader_post_id"),
                                rs.getLong("visits"),
                                rs.getLong("concluded")))
                .list();
    }
}
