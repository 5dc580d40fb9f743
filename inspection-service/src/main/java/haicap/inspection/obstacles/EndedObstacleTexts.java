package haicap.inspection.obstacles;

import haicap.platform.retention.EndedTexts;
import haicap.platform.retention.EndedTexts.Files;
import haicap.platform.retention.RecordClass;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** The texts of obstacles that were confirmed as removed long ago. */
@Component
class EndedObstacleTexts implements RecordClass {

    private static final Files FILES =
            new Files(
                    """
                    SELECT f.id,
                           (SELECT max(h.recorded_at) FROM history h WHERE h.file_id = f.id) AS at
                    FROM obstacle f
                    WHERE NOT f.open AND f.text_erased_at IS NULL
                    """,
                    List.of(
                            """
                            UPDATE obstacle
                            SET text_erased_at = clock_timestamp(), description = '',
                                legal_basis_issue = left(legal_basis_issue, 0),
                                answer = left(answer, 0)
                            WHERE id = ANY (:ids)
                            """,
                            """
                            UPDATE history
                            SET ground = NULL, note = NULL
                            WHERE file_id = ANY (:ids)
                              AND (ground IS NOT NULL OR note IS NOT NULL)
                            """));

    private final EndedTexts texts;

    EndedObstacleTexts(EndedTexts texts) {
        this.texts = texts;
    }

    @Override
    public String name() {
        return "obstacle-texts";
    }

    @Override
    public long due(Duration age) {
        return texts.due(FILES, age);
    }

    @Override
    public int dispose(Duration age, int atMost) {
        return texts.erase(FILES, age, atMost);
    }
}
