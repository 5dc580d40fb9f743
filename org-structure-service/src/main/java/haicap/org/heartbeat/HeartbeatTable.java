package haicap.org.heartbeat;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How often the heart has beaten. */
@Component
class HeartbeatTable {

    private final JdbcClient jdbc;

    HeartbeatTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long next() {
        return jdbc.sql("UPDATE heartbeat SET beats = beats + 1 RETURNING beats")
                .query(Long.class)
                .single();
    }
}
