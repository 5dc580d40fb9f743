package haicap.org.posts;

import haicap.platform.orgcopy.Title;
import haicap.platform.web.Choices;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Posts as of a day, with the superior that each had then and who held it. */
@Component
class PostReads {

    private final JdbcClient jdbc;

    PostReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A post as it was on the day; its holders come apart. */
    record PostThen(
            String id,
            String unitId,
            Title title,
            @Nullable String field,
            @Nullable String reportsTo,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /** Who holds a post. */
    record Holder(
            String postId,
            String appointmentId,
            String officerId,
            String serviceNumber,
            Instant from,
            @Nullable Instant to,
            boolean acting) {}

    List<PostThen> page(
            LocalDate asOf,
            @Nullable String unitId,
            @Nullable Set<Title> titles,
            String behindId,
            int atMost) {
        return jdbc.sql(
                        """
                        SELECT p.id, p.unit_id, p.title, p.field, l.reports_to,
                               p.valid_from, p.valid_to
                        FROM post p
                        JOIN post_line l
                          ON l.post_id = p.id
                         AND l.valid_from <= :asOf
                         AND (l.valid_to IS NULL OR l.valid_to > :asOf)
                        WHERE p.valid_from <= :asOf
                          AND (p.valid_to IS NULL OR p.valid_to > :asOf)
                          AND (:unitId::text IS NULL OR p.unit_id = :unitId)
                          AND (:titles::text[] IS NULL OR p.title = ANY (:titles::text[]))
                          AND p.id COLLATE "C" > :behindId
                        ORDER BY p.id COLLATE "C"
                        LIMIT :atMost
                        """)
                .param("asOf", asOf)
                .param("unitId", unitId)
                .param("titles", Choices.names(titles), Types.ARRAY)
                .param("behindId", behindId)
                .param("atMost", atMost)
                .query(PostReads::post)
                .list();
    }

    Map<String, List<Holder>> holders(List<String> postIds, Instant at) {
        return jdbc
                .sql(
                        """
                        SELECT a.post_id, a.id, a.officer_id, o.service_number,
                               a.starts_at, a.ends_at, a.acting
                        FROM appointment a
                        JOIN officer o ON o.id = a.officer_id
                        WHERE a.post_id = ANY (:posts)
                          AND a.starts_at <= :at
                          AND (a.ends_at IS NULL OR a.ends_at > :at)
                        ORDER BY a.acting, a.starts_at, a.id
                        """)
                .param("posts", postIds.toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(PostReads::holder)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Holder::postId));
    }

    private static PostThen post(ResultSet rs, int row) throws SQLException {
        return new PostThen(
                rs.getString("id"),
                rs.getString("unit_id"),
                Title.valueOf(rs.getString("title")),
                rs.getString("field"),
                rs.getString("reports_to"),
                rs.getObject("valid_from", LocalDate.class),
                rs.getObject("valid_to", LocalDate.class));
    }

    private static Holder holder(ResultSet rs, int row) throws SQLException {
        var endsAt = rs.getObject("ends_at", OffsetDateTime.class);
        return new Holder(
                rs.getString("post_id"),
                rs.getString("id"),
                rs.getString("officer_id"),
                rs.getString("service_number"),
                rs.getObject("starts_at", OffsetDateTime.class).toInstant(),
                endsAt == null ? null : endsAt.toInstant(),
                rs.getBoolean("acting"));
    }
}
