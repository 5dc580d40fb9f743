package haicap.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import haicap.reporting.testing.City;
import haicap.reporting.testing.Events;
import haicap.reporting.testing.Reporting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On a database of its own; the clock stands where a test puts it, by the tick of the service. */
class AlertsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static Reporting reporting;
    private final long start = newest();
    private final Instant now = reporting.clock().instant();

    @BeforeAll
    static void start() {
        reporting = Reporting.alone("alerting");
        // what other tests have sent is history, for which nobody is alerted
        reporting.clock().pass(Duration.ofDays(400));
        tick();
    }

    @AfterAll
    static void stop() {
        reporting.close();
    }

    @Test
    void aSilenceIsToldOnceWhenItPassesTheLimit() {
        receive(City.HOAN_KIEM, now, null);
        passTo(now.plus(Duration.ofHours(24)).minusMillis(1));
        assertThat(silences(City.HOAN_KIEM)).isZero();
        passTo(now.plus(Duration.ofHours(24)));
        assertThat(silences(City.HOAN_KIEM)).isOne();
        passTo(now);
        passTo(now.plus(Duration.ofDays(3)));
        assertThat(silences(City.HOAN_KIEM)).isOne();
    }

    @Test
    void aUnitThatIsHeardOfAgainCanFallSilentAgain() {
        receive(City.BA_DINH, now, null);
        passTo(now.plus(Duration.ofDays(3)));
        receive(City.BA_DINH, now.plus(Duration.ofDays(3)), null);
        passTo(now.plus(Duration.ofDays(9)));
        assertThat(silences(City.BA_DINH)).isEqualTo(2);
    }

    @Test
    void newsThatComeLateTellNoSilence() {
        receive(City.PC01, now.minus(Duration.ofDays(9)), null);
        passTo(now.plus(Duration.ofDays(2)));
        assertThat(silences(City.PC01)).isZero();
    }

    @Test
    void theFirstOverdueOfAUnitIsToldWhenTheClockPassesItAndNotTheSecond() {
        var unit = "88888-20251001-" + UUID.randomUUID();
        City.unit(reporting.jdbc(), unit, "88888", "COMMUNE", "2025-07-01", null);
        receive(unit, now, now.plusSeconds(60));
        receive(unit, now, now.plusSeconds(120));
        passTo(now.plusSeconds(60));
        passTo(now.plusSeconds(120));
        assertThat(alerts("first-overdue")).containsOnlyOnce(unit);
    }

    @Test
    void aBacklogAlertsNobody() {
        var unit = "99999-20251001-" + UUID.randomUUID();
        City.unit(reporting.jdbc(), unit, "99999", "COMMUNE", "2025-07-01", null);
        receive(unit, now.minus(Duration.ofDays(30)), now.minus(Duration.ofDays(20)));
        assertThat(alerts("first-overdue")).doesNotContain(unit);
    }

    @Test
    void parkedMessagesAreOneAlertPerTick() {
        var key = "cr-" + UUID.randomUUID();
        Events.send(Events.crimeReport("Received", key, 1, "55555-20990101", now, null));
        await().atMost(SOON).until(() -> alerts("message-parked").contains(City.HANOI));
        tick();
        assertThat(
                        reporting
                                .jdbc()
                                .queryForList(
                                        "SELECT 1 FROM feed WHERE kind = 'alert'"
                                                + " AND data::jsonb ->> 'subject' = ?",
                                        key))
                .hasSize(1);
    }

    @Test
    void eventsThatWereMissedAreOneAlertForTheCity() {
        reporting
                .jdbc()
                .update(
                        """
                        INSERT INTO inbox_gap (feed, topic, partition, reason, known)
                        VALUES ('files', 'haicap.case.v1', 0, 'TAIL_LOST', 0),
                               ('files', 'haicap.case.v1', 2, 'TAIL_LOST', 0)
                        """);
        await().atMost(SOON).until(() -> alerts("events-missed").contains(City.HANOI));
        tick();
        reporting.jdbc().update("DELETE FROM inbox_gap");
        assertThat(
                        reporting
                                .jdbc()
                                .queryForList(
                                        "SELECT 1 FROM feed WHERE kind = 'alert'"
                                                + " AND data::jsonb ->> 'type' = 'events-missed'"))
                .hasSize(1);
    }

    private void receive(String unit, Instant at, Instant due) {
        receive("cr-" + UUID.randomUUID(), at, due, unit);
    }

    private void receive(String id, Instant at, Instant due, String unit) {
        Events.send(Events.crimeReport("Received", id, 1, unit, at, due));
        await().atMost(SOON)
                .until(() ->
                        !reporting
                                .jdbc()
                                .queryForList("SELECT 1 FROM fact WHERE id = ?", id)
                                .isEmpty());
    }

    private static void passTo(Instant instant) {
        reporting.clock().set(instant);
        tick();
    }

    private static void tick() {
        reporting.bean(MoveClock.class).toNow();
    }

    private long silences(String unit) {
        return alerts("unit-silent").stream().filter(unit::equals).count();
    }

    private List<String> alerts(String type) {
        return reporting
                .jdbc()
                .queryForList(
                        """
                        SELECT unit_id
                        FROM feed
                        WHERE seq > ? AND kind = 'alert' AND data::jsonb ->> 'type' = ?
                        ORDER BY seq
                        """,
                        String.class,
                        start,
                        type);
    }

    private static long newest() {
        return reporting.jdbc().queryForObject("SELECT seq FROM picture", Long.class);
    }
}
