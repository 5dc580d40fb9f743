package haicap.platform.orgcopy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Reads the copy's tables; in org-structure they are views of its own tables. */
@Component
class OrganisationTables {

    /**
     * @param generation rises whenever the organisation changed
     * @param heartbeatAt real time of the last heartbeat that has arrived
     */
    record State(long generation, Instant heartbeatAt) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcTemplate jdbc;

    OrganisationTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A copy that has missed something has no heartbeat to vouch for it. */
    State state() {
        return jdbc.query(
                        """
                        SELECT generation,
                               CASE WHEN EXISTS (SELECT FROM inbox_gap WHERE feed = 'orgcopy')
                                   THEN 'epoch' ELSE heartbeat_at END
                        FROM org_copy
                        """,
                        (rs, row) -> new State(rs.getLong(1), instant(rs, 2)))
                .getFirst();
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    OrganisationPicture picture() {
        return new OrganisationPicture(
                units(),
                posts(),
                appointments(),
                successions(),
                entries(Function.class),
                entries(FunctionHolder.class),
                entries(AuthorityRule.class),
                entries(Investigator.class),
                entries(InvestigatorAssignment.class));
    }

    /** All of one register; it is named as the Java record into which its entries are read. */
    private <E> List<E> entries(Class<E> register) {
        return jdbc.query(
                "SELECT state FROM org_entry WHERE register = ?",
                (rs, row) -> JSON.readValue(rs.getString(1), register),
                register.getSimpleName());
    }

    private List<Unit> units() {
        return jdbc.query(
                """
                SELECT id, code, name, type, tier, parent_id, valid_from, valid_to
                FROM org_unit
                """,
                (rs, row) ->
                        new Unit(
                                rs.getString(1),
                                rs.getString(2),
                                rs.getString(3),
                                rs.getString(4),
                                Tier.valueOf(rs.getString(5)),
                                optional(rs, 6),
                                rs.getObject(7, LocalDate.class),
                                rs.getObject(8, LocalDate.class)));
    }

    private List<Post> posts() {
        return jdbc.query(
                """
                SELECT id, unit_id, title, field, reports_to, valid_from, valid_to
                FROM org_post
                """,
                (rs, row) ->
                        new Post(
                                rs.getString(1),
                                rs.getString(2),
                                Title.valueOf(rs.getString(3)),
                                optional(rs, 4),
                                optional(rs, 5),
                                rs.getObject(6, LocalDate.class),
                                rs.getObject(7, LocalDate.class)));
    }

    private List<Appointment> appointments() {
        return jdbc.query(
                """
                SELECT id, post_id, service_number, valid_from, valid_to, acting
                FROM org_appointment
                """,
                (rs, row) ->
                        new Appointment(
                                rs.getString(1),
                                rs.getString(2),
                                rs.getString(3),
                                instant(rs, 4),
                                Optional.ofNullable(rs.getTimestamp(5))
                                        .map(Timestamp::toInstant)
                                        .orElse(null),
                                rs.getBoolean(6)));
    }

    private List<Succession> successions() {
        return jdbc.query(
                """
                SELECT id, from_unit_id, to_unit_id, object_class, is_default, effective_on
                FROM org_succession
                """,
                (rs, row) ->
                        new Succession(
                                rs.getString(1),
                                rs.getString(2),
                                rs.getString(3),
                                rs.getString(4),
                                rs.getBoolean(5),
                                rs.getObject(6, LocalDate.class)));
    }

    private static @Nullable String optional(ResultSet rs, int column) throws SQLException {
        return rs.getString(column);
    }

    private static Instant instant(ResultSet rs, int column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }
}
