package haicap.platform.writes;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What keys remember about a thing, for whoever erases that thing's texts. Safe for all threads.
 */
@Component
public class RememberedAnswers {

    private final JdbcTemplate jdbc;

    RememberedAnswers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Erases what was answered about these things, in the transaction at hand. The keys stay, so
     * that no request is carried out twice; whoever sends one again is told that its answer is gone
     * (409).
     */
    public void eraseAbout(String... subjects) {
        jdbc.update(
                """
                UPDATE idempotency
                SET body = NULL
                WHERE subject = ANY (?) AND body IS NOT NULL
                """,
                (Object) subjects);
    }
}
