package haicap.inspection.findings;

import haicap.platform.retention.RecordClass;
import haicap.platform.writes.Locks;
import haicap.platform.writes.Writes;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The texts of findings that were closed long ago, and of what was said to them. */
@Component
class EndedFindingTexts implements RecordClass {

    private final JdbcClient jdbc;
    private final Writes writes;

    EndedFindingTexts(JdbcClient jdbc, Writes writes) {
        this.jdbc = jdbc;
        this.writes = writes;
    }

    @Override
    public String name() {
        return "finding-texts";
    }

    @Override
    public long due(Duration age) {
        return due(age, Integer.MAX_VALUE).size();
    }

    /** Beside no other writer: a hold is either seen or comes too late. */
    @Override
    public int dispose(Duration age, int atMost) {
        return writes.run(
                Locks.whole(),
                () -> {
                    var files = due(age, atMost);
                    files.forEach(this::erase);
                    return files.size();
                });
    }

    private List<@Nullable String> due(Duration age, int atMost) {
        return jdbc.sql(
                        """
                        SELECT f.id
                        FROM finding f
                        WHERE f.state = 'CLOSED'
                          AND f.text_erased_at IS NULL
                          AND NOT EXISTS (
                              SELECT FROM legal_hold h
                              WHERE h.subject = f.id AND h.released_at IS NULL)
                          AND (SELECT max(h.recorded_at) FROM history h WHERE h.file_id = f.id)
                              < clock_timestamp() - make_interval(secs => :age)
                        ORDER BY f.id
                        LIMIT :some
                        """)
                .param("age", age.toSeconds())
                .param("some", atMost)
                .query(String.class)
                .list();
    }

    private void erase(@Nullable String id) {
        jdbc.sql(
                        """
                        UPDATE finding
                        SET text_erased_at = clock_timestamp(), description = '', remedy = CASE WHEN remedy IS NOT NULL THEN '' END
                        WHERE id = ?
                        """)
                .param(id)
                .update();
        jdbc.sql("UPDATE finding_reply SET text = '' WHERE finding_id = ?").param(id).update();
        jdbc.sql(
                        """
                        UPDATE history
                        SET ground = NULL, note = NULL
                        WHERE file_id = ? AND (ground IS NOT NULL OR note IS NOT NULL)
                        """)
                .param(id)
                .update();
    }
}
