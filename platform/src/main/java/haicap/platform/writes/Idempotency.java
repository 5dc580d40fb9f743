package haicap.platform.writes;

import haicap.platform.problems.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The answers that idempotency keys remember, and the call that takes all locks. */
@Component
class Idempotency {

    /** For how long a claim holds without a step: longer than a file takes to be weighed. */
    static final Duration HELD = Duration.ofMinutes(1);

    private static final Duration RETRY_WHILE_RUNNING = Duration.ofSeconds(1);

    private final JdbcTemplate jdbc;
    private final DeferredInserts deferredInserts;

    Idempotency(JdbcTemplate jdbc, DeferredInserts deferredInserts) {
        this.jdbc = jdbc;
        this.deferredInserts = deferredInserts;
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
        return lock(request, locks, null);
    }

    /**
     * The same for one who may have claimed the key.
     *
     * @throws Refusal 409 while another has claimed it and is at work
     */
    Optional<Answer> lock(WriteRequest request, Locks locks, @Nullable UUID runner) {
        return jdbc
                .query(
                        "SELECT * FROM lock_first(?, ?, ?, ?, ?, ?)",
                        (rs, row) -> Optional.ofNullable(earlier(rs, request, runner)),
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
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static @Nullable Answer earlier(
            ResultSet rs, WriteRequest request, @Nullable UUID runner) throws SQLException {
        if (rs.getBoolean("busy")) {
            throw Refusal.busy("idempotency-key-busy", RETRY_WHILE_RUNNING);
        }
        if (!Arrays.equals(rs.getBytes("fingerprint"), request.fingerprint())) {
            throw Refusal.unprocessable("idempotency-key-reused", Map.of("key", request.key()));
        }
        var status = rs.getObject("status", Integer.class);
        if (status == null) {
            requireNotHeld(rs, runner);
            return null;
        }
        var body = rs.getBytes("body");
        if (body == null) {
            throw Refusal.conflict("answer-erased", Map.of("key", request.key()));
        }
        return new Answer(
                status,
                optional(rs, "location"),
                optional(rs, "etag"),
                rs.getString("media_type"),
                body);
    }

    private static void requireNotHeld(ResultSet rs, @Nullable UUID runner) throws SQLException {
        if (rs.getBoolean("held") && !rs.getObject("runner", UUID.class).equals(runner)) {
            throw Refusal.busy("idempotency-key-busy", RETRY_WHILE_RUNNING);
        }
    }

    private static @Nullable String optional(ResultSet rs, String column) throws SQLException {
        return rs.getString(column);
    }

    /** Claims the key for an order that is carried out in steps. */
    void claim(WriteRequest request, UUID runner) {
        jdbc.update(
                """
                INSERT INTO idempotency (caller, post, key, fingerprint, runner, held_until)
                VALUES (?, ?, ?, ?, ?, clock_timestamp() + make_interval(secs => ?))
                ON CONFLICT (caller, post, key) DO UPDATE SET
                    fingerprint = excluded.fingerprint,
                    status = NULL,
                    runner = excluded.runner,
                    held_until = excluded.held_until,
                    recorded_at = excluded.recorded_at
                """,
                request.caller(),
                request.post(),
                request.key(),
                request.fingerprint(),
                runner,
                HELD.toSeconds());
    }

    /** Goes on holding what was claimed; false when another has it now. */
    boolean hold(WriteRequest request, UUID runner, Duration time) {
        return jdbc.update(
                        """
                        UPDATE idempotency
                        SET held_until = clock_timestamp() + make_interval(secs => ?)
                        WHERE caller = ? AND post = ? AND key = ? AND runner = ? AND status IS NULL
                        """,
                        time.toSeconds(),
                        request.caller(),
                        request.post(),
                        request.key(),
                        runner)
                == 1;
    }

    /** Remembers the answer, in the place of a claim or of what is past its term. */
    void remember(WriteRequest request, Answer answer, byte[] body) {
        deferredInserts.add(
                """
                INSERT INTO idempotency
                    (caller, post, key, fingerprint, status, location, etag, media_type, body,
                     subject)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (caller, post, key) DO UPDATE SET
                    fingerprint = excluded.fingerprint,
                    status = excluded.status,
                    location = excluded.location,
                    etag = excluded.etag,
                    media_type = excluded.media_type,
                    body = excluded.body,
                    subject = excluded.subject,
                    runner = NULL,
                    held_until = NULL,
                    recorded_at = excluded.recorded_at
                """,
                request.caller(),
                request.post(),
                request.key(),
                request.fingerprint(),
                answer.status(),
                answer.location(),
                answer.etag(),
                answer.mediaType(),
                body,
                request.subject() != null ? request.subject() : answer.made());
    }

    int forgetOlderThan(Duration age, int atMost) {
        return jdbc.update(
                """
                DELETE FROM idempotency
                WHERE (caller, post, key) IN (
                    SELECT caller, post, key
                    FROM idempotency
                    WHERE recorded_at < now() - make_interval(secs => ?)
                    LIMIT ?
                    FOR UPDATE SKIP LOCKED)
                """,
                age.toSeconds(),
                atMost);
    }
}
