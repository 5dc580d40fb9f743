package haicap.reporting.facts;

import haicap.platform.housekeeping.Housekeeping;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What is told as an activity, and how long it is remembered that it was. What happened more than
 * thirty days ago is no news, however late it arrives; so a happening need not be remembered for
 * longer, and a topic that is read again from its beginning tells nothing twice.
 */
@Component
class News {

    private static final Duration TERM = Duration.ofDays(30);
    private static final Duration REMEMBERED = TERM.plusDays(1);
    private static final int AT_ONCE = 5_000;

    private final JdbcTemplate jdbc;

    News(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether what happened then may still be told now. */
    static boolean isNews(Instant at, Instant now) {
        return at.isAfter(now.minus(TERM));
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void forget() {
        Housekeeping.workOff(this::forgetSome);
    }

    private int forgetSome() {
        return jdbc.update(
                """
                DELETE FROM told
                WHERE (file_id, version) IN (
                    SELECT file_id, version
                    FROM told
                    WHERE told_at < now() - make_interval(secs => ?)
                    ORDER BY told_at
                    LIMIT ?
                    FOR UPDATE SKIP LOCKED)
                """,
                REMEMBERED.toSeconds(),
                AT_ONCE);
    }
}
