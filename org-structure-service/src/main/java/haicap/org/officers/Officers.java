package haicap.org.officers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SimplePropertySqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The officers. Nothing about them is told: who they are appears with their appointments. */
@Component
public class Officers {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    Officers(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Every officer by service number. */
    public Map<String, Officer> byServiceNumber() {
        return jdbc
                .sql("SELECT id, service_number FROM officer")
                .query(Officer.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Officer::serviceNumber, Function.identity()));
    }

    /** The officer of this service number. */
    public Optional<Officer> withServiceNumber(String serviceNumber) {
        return jdbc.sql("SELECT id, service_number FROM officer WHERE service_number = :number")
                .param("number", serviceNumber)
                .query(Officer.class)
                .optional();
    }

    /** The officer of this id. */
    public Optional<Officer> find(String id) {
        return jdbc.sql("SELECT id, service_number FROM officer WHERE id = :id")
                .param("id", id)
                .query(Officer.class)
                .optional();
    }

    void add(List<Officer> officers) {
        batches.batchUpdate(
                """
                INSERT INTO officer (id, service_number)
                VALUES (:id, :serviceNumber)
                """,
                officers.stream()
                        .map(SimplePropertySqlParameterSource::new)
                        .toArray(SqlParameterSource[]::new));
    }
}
