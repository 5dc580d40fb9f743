package haicap.platform.dryrun;

import haicap.platform.authority.AuthorityQuestion;
import haicap.platform.events.Version;
import haicap.platform.outbox.Outbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Decisions on records for which a rule of authority was asked. */
@Component
class DecisionsByRule {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What was asked, and which rule allowed it. */
    private record Asked(AuthorityQuestion question, String rule) {}

    /** A decision, and what was asked for it. */
    record Taken(
            String recordId,
            String number,
            Version version,
            Instant recordedAt,
            String byPost,
            @Nullable String decisionNumber,
            AuthorityQuestion question,
            String rule) {}

    private final JdbcClient jdbc;
    private final Outbox outbox;

    DecisionsByRule(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /** All of an action within a time, the first one first. */
    @Transactional(readOnly = true)
    void each(String action, Instant from, Instant to, Consumer<Taken> look) {
        try (var taken =
                jdbc
                        .sql(
                                """
                                SELECT h.record_id, r.number, h.version, h.recorded_at, h.by_post,
                                       h.decision_number, h.authority
                                FROM record_history h
                                JOIN record r ON r.id = h.record_id
                                WHERE h.authority IS NOT NULL
                                  AND h.recorded_at >= :from
                                  AND h.recorded_at < :to
                                  AND h.authority->'question'->>'action' = :action
                                ORDER BY h.recorded_at, h.record_id, h.version
                                """)
                        .withFetchSize(1_000)
                        .param("from", from.atOffset(ZoneOffset.UTC))
                        .param("to", to.atOffset(ZoneOffset.UTC))
                        .param("action", action)
                        .query((rs, row) -> taken(rs))
                        .stream()) {
            taken.forEach(look);
        }
    }

    private Taken taken(ResultSet rs) throws SQLException {
        var asked = JSON.readValue(rs.getString("authority"), Asked.class);
        return new Taken(
                rs.getString("record_id"),
                rs.getString("number"),
                outbox.version(rs.getLong("version")),
                rs.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                rs.getString("by_post"),
                rs.getString("decision_number"),
                asked.question(),
                asked.rule());
    }
}
