package haicap.casework.reports;

import haicap.platform.retention.EndedTexts;
import haicap.platform.retention.EndedTexts.Files;
import haicap.platform.retention.RecordClass;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** The texts of reports that were decided long ago; who decided what stays, and every number. */
@Component
class EndedReportTexts implements RecordClass {

    private static final Files FILES =
            new Files(
                    """
                    SELECT f.id,
                           (SELECT max(h.recorded_at) FROM history h WHERE h.file_id = f.id) AS at
                    FROM crime_report f
                    WHERE NOT f.open AND f.due_at IS NULL AND f.text_erased_at IS NULL
                    """,
                    List.of(
                            """
                            UPDATE crime_report
                            SET text_erased_at = clock_timestamp(), summary = ''
                            WHERE id = ANY (:ids)
                            """,
                            """
                            UPDATE history
                            SET ground = NULL, note = NULL
                            WHERE file_id = ANY (:ids)
                              AND (ground IS NOT NULL OR note IS NOT NULL)
                            """));

    private final EndedTexts texts;

    EndedReportTexts(EndedTexts texts) {
        this.texts = texts;
    }

    @Override
    public String name() {
        return "crime-report-texts";
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
