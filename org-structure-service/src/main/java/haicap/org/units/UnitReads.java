package haicap.org.units;

import haicap.platform.orgcopy.Tier;
import haicap.platform.web.Choices;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Units as of a day, each under the parent that it had then. */
@Component
class UnitReads {

    private static final String MATCHING =
            """
            FROM unit u
            JOIN unit_placement p
              ON p.unit_id = u.id
             AND p.valid_from <= :asOf
             AND (p.valid_to IS NULL OR p.valid_to > :asOf)
            WHERE u.valid_from <= :asOf
              AND (u.valid_to IS NULL OR u.valid_to > :asOf)
              AND (:tiers::text[] IS NULL OR u.tier = ANY (:tiers::text[]))
              AND (:code::text IS NULL OR u.code = :code)
              AND (:folded::text IS NULL OR position(:folded IN u.folded) > 0)
            """;

    private final JdbcClient jdbc;

    UnitReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By code, then id; those behind the given pair. */
    List<UnitView> page(UnitSearch search, String behindCode, String behindId, int atMost) {
        return jdbc.sql(
                        """
                        SELECT u.*, p.parent_id AS parent_then
                        %s
                          AND (u.code COLLATE "C", u.id COLLATE "C") > (:behindCode, :behindId)
                        ORDER BY u.code COLLATE "C", u.id COLLATE "C"
                        LIMIT :atMost
                        """
                                .formatted(MATCHING))
                .params(params(search))
                .param("behindCode", behindCode)
                .param("behindId", behindId)
                .param("atMost", atMost)
                .query(UnitReads::view)
                .list();
    }

    long count(UnitSearch search) {
        return jdbc.sql(
                        """
                        SELECT count(*)
                        %s
                        """
                                .formatted(MATCHING))
                .params(params(search))
                .query(Long.class)
                .single();
    }

    private static Map<String, @Nullable Object> params(UnitSearch search) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("asOf", search.asOf());
        params.put("tiers", Choices.names(search.tiers()));
        params.put("code", search.code());
        params.put("folded", search.text() == null ? null : Folded.of(search.text()));
        return params;
    }

    private static UnitView view(ResultSet rs, int row) throws SQLException {
        return new UnitView(
                rs.getString("id"),
                rs.getString("code"),
                rs.getString("name"),
                rs.getString("full_name"),
                UnitType.valueOf(rs.getString("type")),
                Tier.valueOf(rs.getString("tier")),
                rs.getString("parent_then"),
                rs.getObject("valid_from", LocalDate.class),
                rs.getObject("valid_to", LocalDate.class),
                rs.getString("basis"),
                rs.getString("certainty"));
    }
}
