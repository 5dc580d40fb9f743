package haicap.inspection.findings;

import haicap.platform.retention.EndedTexts;
import haicap.platform.retention.EndedTexts.Files;
import haicap.platform.retention.RecordClass;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The texts of findings that were closed long ago, and of what was said to them. */
@Configuration(proxyBeanMethods = false)
class EndedFindingTexts {

    private static final Files FILES =
            new Files(
                    "finding-texts",
                    "finding",
                    List.of(
                            """
                            UPDATE finding
                            SET text_erased_at = clock_timestamp(), description = '',
                                remedy = left(remedy, 0)
                            WHERE id = ANY (:ids)
                            """,
                            """
                            UPDATE history
                            SET ground = NULL, note = NULL
                            WHERE file_id = ANY (:ids)
                              AND (ground IS NOT NULL OR note IS NOT NULL)
                            """,
                            "UPDATE finding_reply SET text = '' WHERE finding_id = ANY (:ids)"));

    @Bean
    RecordClass findingTexts(EndedTexts texts) {
        return texts.of(FILES);
    }
}
