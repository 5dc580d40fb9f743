package haicap.inspection.campaigns;

import haicap.inspection.findings.Topic;
import haicap.platform.problems.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The campaigns. */
@Component
class Campaigns {

    private final JdbcClient jdbc;

    Campaigns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Campaign get(String id) {
        return jdbc.sql(
                        """
                        SELECT id, version, title, decision_number, starts_on, ends_on, topics,
                               state, announced_at, announced_by_post
                        FROM campaign
                        WHERE id = :id
                        """)
                .param("id", id)
                .query((rs, row) -> campaign(rs))
                .optional()
                .orElseThrow(() -> Refusal.notFound(Campaign.KIND, id));
    }

    /**
     * The newest first.
     *
     * @param before behind the campaign that starts on this day, with the id; null from the top
     */
    List<Campaign> list(@Nullable LocalDate before, @Nullable String id, int some) {
        return jdbc.sql(
                        """
                        SELECT id, version, title, decision_number, starts_on, ends_on, topics,
                               state, announced_at, announced_by_post
                        FROM campaign
                        WHERE :before::date IS NULL OR (starts_on, id) < (:before, :id)
                        ORDER BY starts_on DESC, id DESC
                        LIMIT :some
                        """)
                .param("before", before, Types.DATE)
                .param("id", id, Types.VARCHAR)
                .param("some", some)
                .query((rs, row) -> campaign(rs))
                .list();
    }

    /** Saves a new campaign, or the next version of a known one. */
    void save(Campaign campaign) {
        int saved =
                jdbc.sql(
                                """
                                INSERT INTO campaign AS known
                                    (id, version, title, decision_number, starts_on, ends_on, topics,
                                     state, announced_at, announced_by_post)
                                VALUES (:id, :version, :title, :decisionNumber, :startsOn, :endsOn,
                                        :topics, :state, :announcedAt, :announcedByPost)
                                ON CONFLICT (id) DO UPDATE SET
                                    version = excluded.version,
                                    state = excluded.state
                                WHERE known.version = excluded.version - 1
                                """)
                        .param("id", campaign.id())
                        .param("version", campaign.counter())
                        .param("title", campaign.title())
                        .param("decisionNumber", campaign.decisionNumber())
                        .param("startsOn", campaign.startsOn())
                        .param("endsOn", campaign.endsOn())
                        .param(
                                "topics",
                                campaign.topics().stream().map(Topic::name).toArray(String[]::new))
                        .param("state", campaign.state().name())
                        .param("announcedAt", campaign.announcedAt().atOffset(ZoneOffset.UTC))
                        .param("announcedByPost", campaign.announcedByPost())
                        .update();
        if (saved != 1) {
            throw new OptimisticLockingFailureException(
                    campaign.id() + " is not at version " + (campaign.counter() - 1));
        }
    }

    private static Campaign campaign(ResultSet rs) throws SQLException {
        return new Campaign(
                rs.getString("id"),
                rs.getLong("version"),
                rs.getString("title"),
                rs.getString("decision_number"),
                rs.getObject("starts_on", LocalDate.class),
                rs.getObject("ends_on", LocalDate.class),
                Arrays.stream((String[]) rs.getArray("topics").getArray())
                        .map(Topic::valueOf)
                        .toList(),
                CampaignState.valueOf(rs.getString("state")),
                rs.getObject("announced_at", OffsetDateTime.class).toInstant(),
                rs.getString("announced_by_post"));
    }
}
