package haicap.casework.reports;

import haicap.platform.integrity.IntegrityCheck;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A report without any clock would never be due and never overdue. */
@Component
class OpenReportsHaveClocks implements IntegrityCheck {

    private final JdbcClient jdbc;

    OpenReportsHaveClocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "open-reports-have-clocks";
    }

    @Override
    public List<String> breaches() {
        return jdbc.sql(
                        """
                        SELECT id
                        FROM crime_report
                        WHERE open
                          AND NOT EXISTS (SELECT FROM clock WHERE file_id = crime_report.id)
                        ORDER BY id
                        LIMIT 100
                        """)
                .query((rs, row) -> rs.getString("id"))
                .list();
    }
}
