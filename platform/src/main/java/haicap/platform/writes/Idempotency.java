package haicap.platform.writes;

import haicap.platform.problems.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The answers that idempotency keys remember, and the call that takes all locks. */
@Component
class Idempotency {

    private static final Duration RETRY_WHILE_RUNNING = Duration.ofSeconds(1);

    private final JdbcTemplate jdbc;
    private final Endnotes endnotes;

    Idempotency(JdbcTemplate jdbc, Endnotes endnotes) {
        this.jdbc = jdbc;
        this.endnotes = endnotes;
    }

    /** Takes the locks of a write that no key remembers. */
    void lock(Locks locks) {
        jdbc.query(
                "SELECT busy FROM lock_first(NULL, NULL, NULL, NULL, ?, ?)",
                rs -> {},
                locks.isWhole(),
                locks.keys());
    }

    /** Takes the locks and looks for an earlier answer, in one call. */
    Optional<Answer> lock(WriteRequest request, Locks locks) {
        return jdbc
                .query(
                        "SELECT * FROM lock_first(?, ?, ?, ?, ?, ?)",
                        (rs, row) -> earlier(rs, request),
                        Locks.keyOf(
                                String.join(
                                        ":",
                                        "request",
                                        request.caller(),
                                        request.post(),
                                        request.key())),
                        request.caller(),
                        request.post(),
                        request.key(),
                        locks.isWhole(),
                        locks.keys())
                .stream()
                .findFirst();
    }

    private static Answer earlier(ResultSet rs, WriteRequest request) throws SQLException {
        if (rs.getBoolean("busy")) {
            throw Refusal.busy("idempotency-key-busy", RETRY_WHILE_RUNNING);
        }
        if (!Arrays.equals(rs.getBytes("fingerprint"), request.fingerprint())) {
            throw Refusal.unprocessable("idempotency-key-reused", Map.of("key", request.key()));
        }
        return new Answer(
                rs.getInt("status"),
                optional(rs, "location"),
                optional(rs, "etag"),
                rs.getString("media_type"),
                rs.getBytes("body"));
    }

    private static @Nullable String optional(ResultSet rs, String column) throws SQLException {
        return rs.getString(column);
    }

    void remember(WriteRequest request, Answer answer, byte[] body) {
        endnotes.add(
                """
                INSERT INTO idempotency
                    (caller, post, key, fingerprint, status, location, etag, media_type, body)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                request.caller(),
                request.post(),
                request.key(),
                request.fingerprint(),
                answer.status(),
                answer.location(),
                answer.etag(),
                answer.mediaType(),
                body);
    }

    int forgetOlderThan(Duration age, int atMost) {
        return jdbc.update(
                """
                DELETE FROM idempotency
                WHERE (caller, post, key) IN (
                    SELECT caller, post, key
                    FROM idempotency
                    WHERE recorded_at < now() - make_interval(secs => ?)
                    LIMIT ?)
                """,
                age.toSeconds(),
                atMost);
    }
}
