package haicap.org.appointments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who holds which post, in the table that others join; it follows the appointments. */
@Component
class TenureTable {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    TenureTable(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    Map<String, Tenure> all() {
        return jdbc
                .sql(
                        """
                        SELECT a.*, o.service_number
                        FROM appointment a
                        JOIN officer o ON o.id = a.officer_id
                        """)
                .query(TenureTable::tenure)
                .list()
                .stream()
                .collect(Collectors.toMap(Tenure::id, Function.identity()));
    }

    Optional<Tenure> find(String id) {
        return jdbc.sql(
                        """
                        SELECT a.*, o.service_number
                        FROM appointment a
                        JOIN officer o ON o.id = a.officer_id
                        WHERE a.id = :id
                        """)
                .param("id", id)
                .query(TenureTable::tenure)
                .optional();
    }

    List<Tenure> ofPosts(Collection<String> postIds) {
        return jdbc.sql(
                        """
                        SELECT a.*, o.service_number
                        FROM appointment a
                        JOIN officer o ON o.id = a.officer_id
                        WHERE a.post_id = ANY (:posts)
                        ORDER BY a.starts_at, a.id
                        """)
                .param("posts", postIds.toArray(String[]::new))
                .query(TenureTable::tenure)
                .list();
    }

    void insert(List<Tenure> tenures) {
        batches.batchUpdate(
                """
                INSERT INTO appointment (id, post_id, officer_id, starts_at, ends_at, acting, version)
                VALUES (:id, :post_id, :officer_id, :starts_at, :ends_at, :acting, :version)
                """,
                rows(tenures));
    }

    /** Each must stand at the version before. */
    void update(List<Tenure> tenures) {
        var updated =
                batches.batchUpdate(
                        """
                        UPDATE appointment
                        SET ends_at = :ends_at,
                            version = :version
                        WHERE id = :id
                          AND version = :version - 1
                        """,
                        rows(tenures));
        for (int i = 0; i < updated.length; i++) {
            if (updated[i] == 0) {
                throw new OptimisticLockingFailureException(
                        tenures.get(i) + " was changed meanwhile");
            }
        }
    }

    private static SqlParameterSource[] rows(List<Tenure> tenures) {
        return tenures.stream()
                .map(each ->
                        new MapSqlParameterSource()
                                .addValue("id", each.id())
                                .addValue("post_id", each.postId())
                                .addValue("officer_id", each.officerId())
                                .addValue("starts_at", utc(each.from()))
                                .addValue("ends_at", utc(each.to()))
                                .addValue("acting", each.acting())
                                .addValue("version", each.version()))
                .toArray(SqlParameterSource[]::new);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Tenure tenure(ResultSet rs, int row) throws SQLException {
        var endsAt = rs.getObject("ends_at", OffsetDateTime.class);
        return new Tenure(
                rs.getString("id"),
                rs.getString("post_id"),
                rs.getString("officer_id"),
                rs.getString("service_number"),
                rs.getObject("starts_at", OffsetDateTime.class).toInstant(),
                endsAt == null ? null : endsAt.toInstant(),
                rs.getBoolean("acting"),
                rs.getLong("version"));
    }
}
