package haicap.inspection.obstacles;

import haicap.platform.retention.RecordClass;
import haicap.platform.writes.Locks;
import haicap.platform.writes.Writes;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The texts of obstacles that were confirmed as removed long ago. */
@Component
class EndedObstacleTexts implements RecordClass {

    private final JdbcClient jdbc;
    private final Writes writes;

    EndedObstacleTexts(JdbcClient jdbc, Writes writes) {
        this.jdbc = jdbc;
        this.writes = writes;
    }

    @Override
    public String name() {
        return "obstacle-texts";
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
                        FROM obstacle f
                        WHERE NOT f.open
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
                        UPDATE obstacle
                        SET text_erased_at = clock_timestamp(), description = '', legal_basis_issue = CASE WHEN legal_basis_issue IS NOT NULL THEN '' END, answer = CASE WHEN answer IS NOT NULL THEN '' END
                        WHERE id = ?
                        """)
                .param(id)
                .update();
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
