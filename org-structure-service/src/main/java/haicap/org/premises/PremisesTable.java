package haicap.org.premises;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SimplePropertySqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Premises. */
@Component
class PremisesTable {

    private static final RowMapper<Premises> PREMISES =
            new SimplePropertyRowMapper<>(Premises.class);

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    PremisesTable(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    Map<String, Premises> all() {
        return jdbc.sql("SELECT * FROM premises").query(PREMISES).list().stream()
                .collect(Collectors.toMap(Premises::id, Function.identity()));
    }

    List<Premises> of(String unitId) {
        return jdbc.sql("SELECT * FROM premises WHERE unit_id = :unit ORDER BY id")
                .param("unit", unitId)
                .query(PREMISES)
                .list();
    }

    /** Adds premises, or replaces what was known of the same ones. */
    void save(List<Premises> premises) {
        batches.batchUpdate(
                """
                INSERT INTO premises (id, unit_id, purpose, name, valid_from, basis, certainty)
                VALUES (:id, :unitId, :purpose, :name, :validFrom, :basis, :certainty)
                ON CONFLICT (id) DO UPDATE SET
                    purpose = excluded.purpose,
                    name = excluded.name,
                    basis = excluded.basis,
                    certainty = excluded.certainty
                """,
                premises.stream()
                        .map(SimplePropertySqlParameterSource::new)
                        .toArray(SqlParameterSource[]::new));
    }
}
