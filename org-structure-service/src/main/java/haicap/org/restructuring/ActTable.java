package haicap.org.restructuring;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Legal acts. */
@Component
class ActTable {

    private final JdbcClient jdbc;

    ActTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Act> find(String id) {
        return jdbc.sql(
                        """
                        SELECT id, title, decision_number, effective_on, basis, certainty
                        FROM act
                        WHERE id = :id
                        """)
                .param("id", id)
                .query(Act.class)
                .optional();
    }

    /** Records the act, or what is now known of it. */
    void save(Act act) {
        jdbc.sql(
                        """
                        INSERT INTO act (id, title, decision_number, effective_on, basis, certainty)
                        VALUES (:id, :title, :decisionNumber, :effectiveOn, :basis, :certainty)
                        ON CONFLICT (id) DO UPDATE SET
                            title = excluded.title,
                            decision_number = excluded.decision_number,
                            basis = excluded.basis,
                            certainty = excluded.certainty
                        """)
                .paramSource(act)
                .update();
    }
}
