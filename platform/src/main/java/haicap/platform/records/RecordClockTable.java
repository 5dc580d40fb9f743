package haicap.platform.records;

import haicap.platform.deadlines.Obliged;
import haicap.platform.deadlines.RunningDeadline;
import haicap.platform.deadlines.RunningDeadlines;
import haicap.platform.deadlines.Step;
import haicap.platform.events.EventJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The clocks of records. */
@Component
class RecordClockTable {

    /** A clock that has run out and of which nothing was told. */
    record RunOut(String recordId, String rule, Instant startedAt, Instant dueAt) {}

    private final JdbcClient jdbc;

    RecordClockTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The clocks of each of these records, in the order in which they started. */
    Map<String, RunningDeadlines> of(Collection<String> ids, RecordLaw law) {
        var found = new HashMap<String, List<RunningDeadline>>();
        jdbc.sql(
                        """
                        SELECT record_id, rule, rule_version, started_at, due_at, last_day,
                               earliest_at, met_at, ended_at, ended_by, steps
                        FROM record_clock
                        WHERE record_id = ANY (:ids)
                        ORDER BY record_id, started_at, due_at, rule
                        """)
                .param("ids", ids.toArray(String[]::new))
                .query(rs -> {
                    found.computeIfAbsent(rs.getString("record_id"), id -> new ArrayList<>())
                            .add(clock(rs, law));
                });
        var clocks = new HashMap<String, RunningDeadlines>();
        found.forEach((id, all) -> clocks.put(id, new RunningDeadlines(all)));
        return clocks;
    }

    /** A clock as the table has it. */
    private record Row(
            String rule,
            int version,
            Instant startedAt,
            Instant dueAt,
            @Nullable LocalDate lastDay,
            Instant earliestAt,
            Obliged obliges,
            @Nullable Instant metAt,
            @Nullable Instant endedAt,
            @Nullable String endedBy,
            List<Step> steps) {

        static Row of(RunningDeadline clock) {
            return new Row(
                    clock.rule().id(),
                    clock.rule().version(),
                    clock.startedAt(),
                    clock.dueAt(),
                    clock.lastDay(),
                    clock.earliestAt(),
                    clock.rule().obliges(),
                    clock.metAt(),
                    clock.endedAt(),
                    clock.endedBy(),
                    clock.steps());
        }
    }

    /**
     * Saves what is new, or has newly ended. Of a known clock only its end can change; only a
     * correction makes it another one, which started at another moment.
     */
    void save(String recordId, RunningDeadlines before, RunningDeadlines after) {
        before.all().stream()
                .filter(clock -> after.all().stream().noneMatch(clock::isTheSameAs))
                .forEach(clock -> remove(recordId, clock));
        var changed =
                after.all().stream()
                        .filter(clock -> !before.all().contains(clock))
                        .map(Row::of)
                        .toList();
        if (changed.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        INSERT INTO record_clock
                            (record_id, rule, rule_version, started_at, due_at, last_day,
                             earliest_at, obliges, met_at, ended_at, ended_by, steps)
                        SELECT :record, "rule", "version", "startedAt", "dueAt", "lastDay",
                               "earliestAt", "obliges", "metAt", "endedAt", "endedBy", "steps"
                        FROM jsonb_to_recordset(:clocks::jsonb) AS clock (
                            "rule" text, "version" int, "startedAt" timestamptz,
                            "dueAt" timestamptz, "lastDay" date, "earliestAt" timestamptz,
                            "obliges" text, "metAt" timestamptz, "endedAt" timestamptz,
                            "endedBy" text, "steps" jsonb)
                        ON CONFLICT (record_id, rule, started_at) DO UPDATE
                            SET met_at = excluded.met_at,
                                ended_at = excluded.ended_at,
                                ended_by = excluded.ended_by
                        """)
                .param("record", recordId)
                .param("clocks", EventJson.write(changed))
                .update();
    }

    private void remove(String recordId, RunningDeadline clock) {
        jdbc.sql(
                        """
                        DELETE FROM record_clock
                        WHERE (record_id, rule, started_at) = (:record, :rule, :startedAt)
                        """)
                .param("record", recordId)
                .param("rule", clock.rule().id())
                .param("startedAt", RecordTable.utc(clock.startedAt()))
                .update();
    }

    /** Clocks of a kind that have run out and have not raised the alert, the oldest first. */
    List<RunOut> runOut(String kind, String alert, Instant now, int atMost) {
        return jdbc.sql(
                        """
                        SELECT c.record_id, c.rule, c.started_at, c.due_at
                        FROM record_clock c
                        JOIN record r ON r.id = c.record_id
                        WHERE c.met_at IS NULL AND c.ended_at IS NULL AND c.due_at <= :now AND r.kind = :kind
                          AND NOT EXISTS (
                              SELECT
                              FROM record_alert a
                              WHERE (a.record_id, a.rule, a.started_at)
                                      = (c.record_id, c.rule, c.started_at)
                                AND a.alert = :alert)
                        ORDER BY c.due_at, c.record_id
                        LIMIT :some
                        """)
                .param("now", RecordTable.utc(now))
                .param("kind", kind)
                .param("alert", alert)
                .param("some", atMost)
                .query((rs, row) ->
                        new RunOut(
                                rs.getString("record_id"),
                                rs.getString("rule"),
                                rs.getObject("started_at", OffsetDateTime.class).toInstant(),
                                rs.getObject("due_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Whether the clock still runs and raises the alert for the first time. */
    boolean raises(RunOut clock, String alert, Instant now) {
        return jdbc.sql(
                                """
                                INSERT INTO record_alert (record_id, rule, started_at, alert, fired_at)
                                SELECT record_id, rule, started_at, :alert, :now
                                FROM record_clock
                                WHERE (record_id, rule, started_at) = (:record, :rule, :startedAt)
                                  AND met_at IS NULL AND ended_at IS NULL
                                ON CONFLICT DO NOTHING
                                """)
                        .param("record", clock.recordId())
                        .param("rule", clock.rule())
                        .param("startedAt", RecordTable.utc(clock.startedAt()))
                        .param("alert", alert)
                        .param("now", RecordTable.utc(now))
                        .update()
                == 1;
    }

    /** Open records of a kind that never had a clock. */
    List<String> without(String kind, int atMost) {
        return jdbc.sql(
                        """
                        SELECT id
                        FROM record r
                        WHERE kind = :kind AND open
                          AND NOT EXISTS (SELECT FROM record_clock c WHERE c.record_id = r.id)
                        ORDER BY id
                        LIMIT :some
                        """)
                .param("kind", kind)
                .param("some", atMost)
                .query((rs, row) -> rs.getString(1))
                .list();
    }

    private static RunningDeadline clock(ResultSet rs, RecordLaw law) throws SQLException {
        return new RunningDeadline(
                law.version(rs.getString("rule"), rs.getInt("rule_version")),
                rs.getObject("started_at", OffsetDateTime.class).toInstant(),
                rs.getObject("due_at", OffsetDateTime.class).toInstant(),
                lastDay(rs),
                rs.getObject("earliest_at", OffsetDateTime.class).toInstant(),
                RecordTable.instant(rs, "met_at"),
                RecordTable.instant(rs, "ended_at"),
                RecordTable.optional(rs, "ended_by"),
                List.of(
                        Objects.requireNonNull(
                                EventJson.read(rs.getString("steps"), Step[].class))));
    }

    private static @Nullable LocalDate lastDay(ResultSet rs) throws SQLException {
        return rs.getObject("last_day", LocalDate.class);
    }
}
