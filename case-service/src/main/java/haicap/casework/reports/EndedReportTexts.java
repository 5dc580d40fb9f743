package haicap.casework.reports;

import haicap.platform.retention.EndedTexts;
import haicap.platform.retention.EndedTexts.Files;
import haicap.platform.retention.RecordClass;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The texts of reports that were decided long ago; who decided what stays, and every number. */
@Configuration(proxyBeanMethods = false)
class EndedReportTexts {

    static final Files FILES =
            new Files(
                    "crime-report-texts",
                    "crime_report",
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

    @Bean
    RecordClass crimeReportTexts(EndedTexts texts) {
        return texts.of(FILES);
    }
}
