package haicap.org.posts;

import haicap.platform.orgcopy.Title;
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

/** Posts and whom they reported to. */
@Component
class PostTable {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    PostTable(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    Map<String, Post> all() {
        return jdbc.sql("SELECT * FROM post").query(PostTable::post).list().stream()
                .collect(Collectors.toMap(Post::id, Function.identity()));
    }

    Optional<Post> find(String id) {
        return jdbc.sql("SELECT * FROM post WHERE id = :id")
                .param("id", id)
                .query(PostTable::post)
                .optional();
    }

    List<String> superiorsOf(String id) {
        return jdbc.sql(
                        """
                        WITH RECURSIVE above(id, distance) AS (
                            SELECT reports_to, 1
                            FROM post
                            WHERE id = :id
                            UNION ALL
                            SELECT p.reports_to, a.distance + 1
                            FROM above a
                            JOIN post p ON p.id = a.id
                            WHERE a.distance < 20)
                        SELECT id
                        FROM above
                        WHERE id IS NOT NULL
                        ORDER BY distance
                        """)
                .param("id", id)
                .query((rs, row) -> rs.getString("id"))
                .list();
    }

    void insert(List<Post> posts) {
        var rows = rows(posts);
        batches.batchUpdate(
                """
                INSERT INTO post (id, unit_id, title, field, reports_to,
                                  valid_from, valid_to, version)
                VALUES (:id, :unit_id, :title, :field, :reports_to,
                        :valid_from, :valid_to, :version)
                """,
                rows);
        batches.batchUpdate(
                """
                INSERT INTO post_line (post_id, reports_to, valid_from)
                VALUES (:id, :reports_to, :valid_from)
                """,
                rows);
    }

    /** Each must stand at the version before. */
    void update(List<Post> posts) {
        var updated =
                batches.batchUpdate(
                        """
                        UPDATE post
                        SET field = :field,
                            reports_to = :reports_to,
                            valid_to = :valid_to,
                            version = :version
                        WHERE id = :id
                          AND version = :version - 1
                        """,
                        rows(posts));
        for (int i = 0; i < updated.length; i++) {
            if (updated[i] == 0) {
                throw new OptimisticLockingFailureException(
                        posts.get(i) + " was changed meanwhile");
            }
        }
    }

    /** From this day the posts report as they now do; a line of the same day is replaced. */
    void reportFrom(List<Post> posts, LocalDate from) {
        var rows =
                posts.stream()
                        .map(post -> row(post).addValue("from", from))
                        .toArray(SqlParameterSource[]::new);
        batches.batchUpdate(
                """
                UPDATE post_line
                SET valid_to = :from
                WHERE post_id = :id
                  AND valid_to IS NULL
                  AND valid_from < :from
                """,
                rows);
        batches.batchUpdate(
                """
                INSERT INTO post_line (post_id, reports_to, valid_from)
                VALUES (:id, :reports_to, :from)
                ON CONFLICT (post_id, valid_from) DO UPDATE SET
                    reports_to = excluded.reports_to
                """,
                rows);
    }

    private static SqlParameterSource[] rows(List<Post> posts) {
        return posts.stream().map(PostTable::row).toArray(SqlParameterSource[]::new);
    }

    private static MapSqlParameterSource row(Post post) {
        return new MapSqlParameterSource()
                .addValue("id", post.id())
                .addValue("unit_id", post.unitId())
                .addValue("title", post.title().name())
                .addValue("field", post.field())
                .addValue("reports_to", post.reportsTo())
                .addValue("valid_from", post.validFrom())
                .addValue("valid_to", post.validTo())
                .addValue("version", post.version());
    }

    private static Post post(ResultSet rs, int row) throws SQLException {
        return new Post(
                rs.getString("id"),
                rs.getString("unit_id"),
                Title.valueOf(rs.getString("title")),
                rs.getString("field"),
                rs.getString("reports_to"),
                rs.getObject("valid_from", LocalDate.class),
                rs.getObject("valid_to", LocalDate.class),
                rs.getLong("version"));
    }
}
