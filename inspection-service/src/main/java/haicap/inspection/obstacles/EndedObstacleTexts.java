package haicap.inspection.obstacles;

import haicap.platform.retention.EndedTexts;
import haicap.platform.retention.EndedTexts.Files;
import haicap.platform.retention.RecordClass;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The texts of obstacles that were confirmed as removed long ago. */
@Configuration(proxyBeanMethods = false)
class EndedObstacleTexts {

    private static final Files FILES =
            new Files(
                    "obstacle-texts",
                    "obstacle",
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

    @Bean
    RecordClass obstacleTexts(EndedTexts texts) {
        return texts.of(FILES);
    }
}
