package haicap.reporting.facts;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Facts as the reconciliation reads them: each with the unit whose figures count it. */
@Component
public class CountedFacts {

    /** Takes facts one by one. */
    @FunctionalInterface
    public interface Visitor {

        /**
         * @param custodian the unit whose figures count it
         * @param hash of all that figures depend on, as its source hashes it
         */
        void visit(Fact fact, String custodian, long hash);
    }

    private static final int AT_ONCE = 1_000;

    private final JdbcTemplate jdbc;

    CountedFacts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Every fact there is; call it in a transaction, so that they come a few at a time. */
    public void each(Visitor visitor) {
        jdbc.query(
                connection -> {
                    var statement =
                            connection.prepareStatement(
                                    """
                                    SELECT f.*, c.custodian,
                                           hashtextextended(
                                               concat(
                                                   f.id, '|', f.version, '|', micros(f.began_at), '|',
                                                   f.open::text,
                                                   CASE f.kind WHEN 'CRIME_REPORT' THEN '|' END,
                                                   micros(f.due_at)),
                                               0) AS hash
                                    FROM fact f
                                    JOIN custody c ON c.unit_id = f.unit_id AND c.kind = f.kind
                                    """);
                    statement.setFetchSize(AT_ONCE);
                    return statement;
                },
                rs -> {
                    visitor.visit(Facts.fact(rs), rs.getString("custodian"), rs.getLong("hash"));
                });
    }

    /** The facts of a kind that a unit's figures count, by id. */
    public Map<String, Fact> heldBy(String custodian, FileKind kind) {
        var held = new HashMap<String, Fact>();
        jdbc.query(
                """
                SELECT f.*
                FROM fact f
                JOIN custody c ON c.unit_id = f.unit_id AND c.kind = f.kind
                WHERE c.custodian = ? AND c.kind = ?
                """,
                rs -> {
                    held.put(rs.getString("id"), Facts.fact(rs));
                },
                custodian,
                kind.name());
        return held;
    }

    /** Which units' figures count these files; what is not known is absent. */
    public Map<String, String> custodians(Collection<String> fileIds) {
        var custodians = new HashMap<String, String>();
        jdbc.query(
                """
                SELECT f.id, c.custodian
                FROM fact f
                JOIN custody c ON c.unit_id = f.unit_id AND c.kind = f.kind
                WHERE f.id = ANY (?)
                """,
                rs -> {
                    custodians.put(rs.getString("id"), rs.getString("custodian"));
                },
                (Object) fileIds.toArray(String[]::new));
        return custodians;
    }
}
