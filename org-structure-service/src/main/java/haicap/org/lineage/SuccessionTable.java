package haicap.org.lineage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Edges of lineage. */
@Component
class SuccessionTable {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    SuccessionTable(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    List<Succession> all() {
        return jdbc.sql("SELECT * FROM succession").query(SuccessionTable::succession).list();
    }

    Succession get(String id) {
        return jdbc.sql("SELECT * FROM succession WHERE id = :id")
                .param("id", id)
                .query(SuccessionTable::succession)
                .single();
    }

    /** What goes out from the units, and from those that followed them, and so on. */
    List<Succession> following(String unitId) {
        return jdbc.sql(
                        """
                        WITH RECURSIVE reached(unit_id) AS (
                            SELECT :unit
                            UNION
                            SELECT s.to_unit_id
                            FROM reached r
                            JOIN succession s ON s.from_unit_id = r.unit_id)
                        SELECT s.*
                        FROM reached r
                        JOIN succession s ON s.from_unit_id = r.unit_id
                        """)
                .param("unit", unitId)
                .query(SuccessionTable::succession)
                .list();
    }

    /** What comes in to the unit, and to those that it followed, and so on. */
    List<Succession> precedingOf(String unitId) {
        return jdbc.sql(
                        """
                        WITH RECURSIVE reached(unit_id) AS (
                            SELECT :unit
                            UNION
                            SELECT s.from_unit_id
                            FROM reached r
                            JOIN succession s ON s.to_unit_id = r.unit_id)
                        SELECT s.*
                        FROM reached r
                        JOIN succession s ON s.to_unit_id = r.unit_id
                        """)
                .param("unit", unitId)
                .query(SuccessionTable::succession)
                .list();
    }

    void insert(List<Succession> edges) {
        batches.batchUpdate(
                """
                INSERT INTO succession (
                    id, from_unit_id, to_unit_id, object_class, share, weight,
                    area_share, population_share, population_weight,
                    part_area_km2, part_population,
                    is_default, default_basis, default_certainty,
                    effective_on, act_id, basis, certainty, version)
                VALUES (
                    :id, :from_unit_id, :to_unit_id, :object_class, :share, :weight,
                    :area_share, :population_share, :population_weight,
                    :part_area_km2, :part_population,
                    :is_default, :default_basis, :default_certainty,
                    :effective_on, :act_id, :basis, :certainty, :version)
                """,
                rows(edges));
    }

    /** Each must stand at the version before. */
    void update(List<Succession> edges) {
        var updated =
                batches.batchUpdate(
                        """
                        UPDATE succession
                        SET share = :share,
                            weight = :weight,
                            area_share = :area_share,
                            population_share = :population_share,
                            population_weight = :population_weight,
                            part_area_km2 = :part_area_km2,
                            part_population = :part_population,
                            is_default = :is_default,
                            default_basis = :default_basis,
                            default_certainty = :default_certainty,
                            effective_on = :effective_on,
                            act_id = :act_id,
                            basis = :basis,
                            certainty = :certainty,
                            version = :version
                        WHERE id = :id
                          AND version = :version - 1
                        """,
                        rows(edges));
        for (int i = 0; i < updated.length; i++) {
            if (updated[i] == 0) {
                throw new OptimisticLockingFailureException(
                        edges.get(i).id() + " was changed meanwhile");
            }
        }
    }

    private static SqlParameterSource[] rows(List<Succession> edges) {
        return edges.stream().map(SuccessionTable::row).toArray(SqlParameterSource[]::new);
    }

    private static MapSqlParameterSource row(Succession edge) {
        return new MapSqlParameterSource()
                .addValue("id", edge.id())
                .addValue("from_unit_id", edge.fromUnitId())
                .addValue("to_unit_id", edge.toUnitId())
                .addValue("object_class", edge.objectClass())
                .addValue("share", edge.share().name())
                .addValue("weight", edge.weight())
                .addValue("area_share", name(edge.areaShare()))
                .addValue("population_share", name(edge.populationShare()))
                .addValue("population_weight", edge.populationWeight())
                .addValue("part_area_km2", edge.partAreaKm2())
                .addValue("part_population", edge.partPopulation())
                .addValue("is_default", edge.isDefault())
                .addValue("default_basis", edge.defaultBasis())
                .addValue("default_certainty", edge.defaultCertainty())
                .addValue("effective_on", edge.effectiveOn())
                .addValue("act_id", edge.actId())
                .addValue("basis", edge.basis())
                .addValue("certainty", edge.certainty())
                .addValue("version", edge.version());
    }

    private static @Nullable String name(@Nullable Portion portion) {
        return portion == null ? null : portion.name();
    }

    private static Succession succession(ResultSet rs, int row) throws SQLException {
        return new Succession(
                rs.getString("from_unit_id"),
                rs.getString("to_unit_id"),
                rs.getString("object_class"),
                Share.valueOf(rs.getString("share")),
                rs.getBigDecimal("weight"),
                portion(rs.getString("area_share")),
                portion(rs.getString("population_share")),
                rs.getBigDecimal("population_weight"),
                rs.getBigDecimal("part_area_km2"),
                rs.getBigDecimal("part_population"),
                rs.getBoolean("is_default"),
                rs.getString("default_basis"),
                rs.getString("default_certainty"),
                rs.getObject("effective_on", LocalDate.class),
                rs.getString("act_id"),
                rs.getString("basis"),
                rs.getString("certainty"),
                rs.getLong("version"));
    }

    private static @Nullable Portion portion(@Nullable String name) {
        return name == null ? null : Portion.valueOf(name);
    }
}
