package haicap.org.units;

import haicap.platform.orgcopy.Tier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Units and where they stood. */
@Component
class UnitTable {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    UnitTable(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    Map<String, Unit> all() {
        return jdbc.sql("SELECT * FROM unit").query(UnitTable::unit).list().stream()
                .collect(Collectors.toMap(Unit::id, Function.identity()));
    }

    Optional<Unit> find(String id) {
        return jdbc.sql("SELECT * FROM unit WHERE id = :id")
                .param("id", id)
                .query(UnitTable::unit)
                .optional();
    }

    void insert(List<Unit> units) {
        var rows = rows(units);
        batches.batchUpdate(
                """
                INSERT INTO unit (id, code, name, full_name, type, tier, parent_id,
                                  valid_from, valid_to, basis, certainty, folded, version)
                VALUES (:id, :code, :name, :full_name, :type, :tier, :parent_id,
                        :valid_from, :valid_to, :basis, :certainty, :folded, :version)
                """,
                rows);
        batches.batchUpdate(
                """
                INSERT INTO unit_placement (unit_id, parent_id, valid_from)
                VALUES (:id, :parent_id, :valid_from)
                """,
                rows);
    }

    /** Each must stand at the version before. */
    void update(List<Unit> units) {
        var updated =
                batches.batchUpdate(
                        """
                        UPDATE unit
                        SET name = :name,
                            full_name = :full_name,
                            type = :type,
                            parent_id = :parent_id,
                            valid_to = :valid_to,
                            basis = :basis,
                            certainty = :certainty,
                            folded = :folded,
                            version = :version
                        WHERE id = :id
                          AND version = :version - 1
                        """,
                        rows(units));
        for (int i = 0; i < updated.length; i++) {
            if (updated[i] == 0) {
                throw new OptimisticLockingFailureException(
                        units.get(i) + " was changed meanwhile");
            }
        }
    }

    /** From this day the units stand where they now do; a place of the same day is replaced. */
    void move(List<Unit> units, LocalDate from) {
        var rows =
                units.stream()
                        .map(unit -> row(unit).addValue("from", from))
                        .toArray(SqlParameterSource[]::new);
        batches.batchUpdate(
                """
                UPDATE unit_placement
                SET valid_to = :from
                WHERE unit_id = :id
                  AND valid_to IS NULL
                  AND valid_from < :from
                """,
                rows);
        batches.batchUpdate(
                """
                INSERT INTO unit_placement (unit_id, parent_id, valid_from)
                VALUES (:id, :parent_id, :from)
                ON CONFLICT (unit_id, valid_from) DO UPDATE SET
                    parent_id = excluded.parent_id
                """,
                rows);
    }

    private static SqlParameterSource[] rows(List<Unit> units) {
        return units.stream().map(UnitTable::row).toArray(SqlParameterSource[]::new);
    }

    private static MapSqlParameterSource row(Unit unit) {
        return new MapSqlParameterSource()
                .addValue("id", unit.id())
                .addValue("code", unit.code())
                .addValue("name", unit.name())
                .addValue("full_name", unit.fullName())
                .addValue("type", unit.type().name())
                .addValue("tier", unit.tier().name())
                .addValue("parent_id", unit.parentId())
                .addValue("valid_from", unit.validFrom())
                .addValue("valid_to", unit.validTo())
                .addValue("basis", unit.basis())
                .addValue("certainty", unit.certainty())
                .addValue("folded", Folded.of(unit.fullName()))
                .addValue("version", unit.version());
    }

    private static Unit unit(ResultSet rs, int row) throws SQLException {
        return new Unit(
                rs.getString("id"),
                rs.getString("code"),
                rs.getString("name"),
                rs.getString("full_name"),
                UnitType.valueOf(rs.getString("type")),
                Tier.valueOf(rs.getString("tier")),
                rs.getString("parent_id"),
                rs.getObject("valid_from", LocalDate.class),
                rs.getObject("valid_to", LocalDate.class),
                rs.getString("basis"),
                rs.getString("certainty"),
                rs.getLong("version"));
    }
}
