package haicap.org.events;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the changes of the organisation, so that readers in memory know when to look again. */
@Component
class Generation {

    private final JdbcClient jdbc;

    Generation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void next() {
        jdbc.sql("UPDATE organisation_generation SET number = number + 1").update();
    }
}
