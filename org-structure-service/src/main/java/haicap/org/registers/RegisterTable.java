package haicap.org.registers;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The entries of all registers, each with its present version. */
@Component
class RegisterTable {

    record Row<S>(S state, long version) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    RegisterTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    <S> List<Row<S>> all(Register<S> register) {
        return jdbc.sql(
                        """
                        SELECT state, version
                        FROM register_entry
                        WHERE register = :register
                        ORDER BY id
                        """)
                .param("register", register.name())
                .query((rs, row) ->
                        new Row<>(JSON.readValue(rs.getString(1), register.type()), rs.getLong(2)))
                .list();
    }

    <S> Optional<Row<S>> find(Register<S> register, String id) {
        return jdbc.sql(
                        """
                        SELECT state, version
                        FROM register_entry
                        WHERE register = :register AND id = :id
                        """)
                .param("register", register.name())
                .param("id", id)
                .query((rs, row) ->
                        new Row<>(JSON.readValue(rs.getString(1), register.type()), rs.getLong(2)))
                .optional();
    }

    /** Saves an entry as it is now; its version rises by one. */
    <S> Row<S> save(Register<S> register, S state) {
        var version =
                jdbc.sql(
                                """
                                INSERT INTO register_entry AS known (register, id, state, version)
                                VALUES (:register, :id, :state::jsonb, 1)
                                ON CONFLICT (register, id) DO UPDATE SET
                                    state = excluded.state,
                                    version = known.version + 1
                                RETURNING version
                                """)
                        .param("register", register.name())
                        .param("id", register.id().apply(state))
                        .param("state", JSON.writeValueAsString(state))
                        .query(Long.class)
                        .single();
        return new Row<>(state, version);
    }
}
