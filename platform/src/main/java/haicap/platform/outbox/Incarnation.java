package haicap.platform.outbox;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which life of the database this is. An operator raises it when an older copy is restored; a
 * process learns it when it starts.
 */
@Component
public class Incarnation {

    private final int number;

    Incarnation(JdbcClient jdbc) {
        this.number = jdbc.sql("SELECT number FROM incarnation").query(Integer.class).single();
    }

    /** One-based; each restored copy has a higher one. */
    public int number() {
        return number;
    }
}
