package haicap.inspection.obstacles;

import haicap.platform.integrity.IntegrityCheck;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An obstacle for whose answer no clock ever ran would never be overdue. */
@Component
class ObstaclesHaveClocks implements IntegrityCheck {

    private final JdbcClient jdbc;

    ObstaclesHaveClocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "obstacles-have-clocks";
    }

    @Override
    public List<String> breaches() {
        return jdbc.sql(
                        """
                        SELECT id
                        FROM obstacle
                        WHERE state <> 'CONFIRMED'
                          AND NOT EXISTS (SELECT FROM clock WHERE file_id = obstacle.id)
                        ORDER BY id
                        LIMIT 100
                        """)
                .query((rs, row) -> rs.getString("id"))
                .list();
    }
}
