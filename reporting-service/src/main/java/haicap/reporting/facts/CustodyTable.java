package haicap.reporting.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which unit's figures count what is stored at an origin. */
@Component
class CustodyTable {

    private final JdbcTemplate jdbc;

    CustodyTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** From now on these units' figures count what is stored at these origins. */
    void save(Map<Origin, String> custodians) {
        var origins = List.copyOf(custodians.keySet());
        jdbc.update(
                """
                INSERT INTO custody (unit_id, kind, custodian)
                SELECT *
                FROM unnest(?::text[], ?::text[], ?::text[])
                ON CONFLICT (unit_id, kind) DO UPDATE SET custodian = excluded.custodian
                """,
                FactTexts.texts(origins, Origin::unitId),
                FactTexts.texts(origins, Origin::kind),
                FactTexts.texts(origins, origin -> String.valueOf(custodians.get(origin))));
    }

    /** Origins of facts that were never met before. Reads all facts. */
    List<Origin> missing() {
        return jdbc.query(
                """
                SELECT DISTINCT unit_id, kind FROM fact
                EXCEPT
                SELECT unit_id, kind FROM custody
                """,
                (rs, row) -> origin(rs));
    }

    /** Every origin that was ever met, with its custodian. */
    Map<Origin, String> all() {
        return custody("SELECT unit_id, kind, custodian FROM custody");
    }

    /** Those of these origins that were ever met. */
    Map<Origin, String> of(Collection<Origin> origins) {
        var asked = List.copyOf(origins);
        return custody(
                """
                SELECT unit_id, kind, custodian
                FROM custody
                JOIN unnest(?::text[], ?::text[]) AS origin (unit_id, kind) USING (unit_id, kind)
                """,
                FactTexts.texts(asked, Origin::unitId),
                FactTexts.texts(asked, Origin::kind));
    }

    private Map<Origin, String> custody(String sql, Object... args) {
        var custody = new HashMap<Origin, String>();
        jdbc.query(
                sql,
                rs -> {
                    custody.put(origin(rs), rs.getString("custodian"));
                },
                args);
        return custody;
    }

    private static Origin origin(ResultSet rs) throws SQLException {
        return new Origin(rs.getString("unit_id"), rs.getString("kind"));
    }
}
