package haicap.platform.records;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The posts that were decided on. A post has its row when its time ends; until then the record. */
@Component
class RecordRoleTable {

    private static final String ANSWERS = "ANSWERS";

    private final JdbcClient jdbc;

    RecordRoleTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void ended(Head before, Instant now) {
        if (before.decidedPost() == null) {
            return;
        }
        jdbc.sql(
                        """
                        INSERT INTO record_role (record_id, version, role, post_id, until_at)
                        VALUES (:record, :version, :role, :post, :until)
                        """)
                .param("record", before.id())
                .param("version", before.counter())
                .param("role", ANSWERS)
                .param("post", before.decidedPost())
                .param("until", RecordTable.utc(now))
                .update();
    }

    /** All terms, oldest first, the present one last. */
    List<RoleTerm> of(Head head) {
        var terms =
                new ArrayList<>(
                        jdbc.sql(
                                        """
                                        SELECT role, post_id, until_at
                                        FROM record_role
                                        WHERE record_id = :record
                                        ORDER BY version
                                        """)
                                .param("record", head.id())
                                .query((rs, row) ->
                                        new RoleTerm(
                                                rs.getString("role"),
                                                rs.getString("post_id"),
                                                rs.getObject("until_at", OffsetDateTime.class)
                                                        .toInstant()))
                                .list());
        if (head.decidedPost() != null) {
            terms.add(new RoleTerm(ANSWERS, head.decidedPost(), null));
        }
        return List.copyOf(terms);
    }
}
