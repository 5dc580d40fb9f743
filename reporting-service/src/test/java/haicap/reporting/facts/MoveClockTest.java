package haicap.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.platform.writes.Writes;
import haicap.reporting.feed.LivePicture;
import haicap.reporting.figures.Figures;
import haicap.reporting.testing.City;
import haicap.reporting.testing.Reporting;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The clock moves on a real database, and the figures stay what a recount says. */
class MoveClockTest {

    private static final List<String> UNITS = List.of(City.BA_DINH, City.HOAN_KIEM, City.TRUC_BACH);

    private final Reporting reporting = Reporting.shared();
    private final Instant start = reporting.clock().instant();
    private final MoveClock moveClock = reporting.bean(MoveClock.class);

    @AfterEach
    void turnBack() {
        turnTo(start);
    }

    @Test
    void figuresStayWhatARecountSaysWhereverTheClockGoes() {
        var random = new RandomFacts(20250701, start);
        apply(random.many(400, UNITS));
        assertThat(kept()).isEqualTo(recounted());
        for (int i = 0; i < 25; i++) {
            turnTo(random.instant());
            assertThat(kept()).isEqualTo(recounted());
            assertThat(city()).isEqualTo(sum());
        }
    }

    @Test
    void aTickThatCrossesNoLineTellsNothing() {
        turnTo(start);
        long before = newest();
        reporting.clock().set(start.plusMillis(1));
        var at = moveClock.toNow();
        assertThat(newest()).isEqualTo(before);
        assertThat(clockAt()).isEqualTo(at);
    }

    @Test
    void aReportBecomesOverdueInTheTickThatPassesItsDueInstant() {
        var due = start.plus(Duration.ofMinutes(30));
        apply(List.of(report(City.HOAN_KIEM, start, due)));
        turnTo(due.minusMillis(1));
        long before = newest();
        turnTo(due);
        assertThat(kindsSince(before)).containsExactly("unit");
    }

    @Test
    void whenLineageTakesEffectTheFilesCountForTheHeirWithoutAnEvent() {
        var day = start.plus(Duration.ofDays(2));
        apply(List.of(report(City.PC01, start, null)));
        reporting
                .jdbc()
                .update(
                        """
                        INSERT INTO org_succession
                            (id, from_unit_id, to_unit_id, object_class, is_default, effective_on,
                             version)
                        VALUES ('two', ?, ?, 'CRIME_REPORT', true, ?::date, 1)
                        """,
                        City.PC01,
                        City.HOAN_KIEM,
                        day.toString().substring(0, 10));
        reporting.jdbc().update("UPDATE org_copy SET generation = generation + 1");
        org.awaitility.Awaitility.await()
                .until(() -> {
                    turnTo(day.plus(Duration.ofDays(1)));
                    return unit(City.PC01).isNone();
                });
        assertThat(kept()).isEqualTo(recounted());
        turnTo(start);
        assertThat(unit(City.PC01).isNone()).isFalse();
        assertThat(kept()).isEqualTo(recounted());
    }

    private static Fact report(String unit, Instant received, Instant due) {
        return new Fact(
                "cr-" + UUID.randomUUID(), FileKind.CRIME_REPORT, 1, unit, true, received, due);
    }

    private void turnTo(Instant instant) {
        reporting.clock().set(instant);
        moveClock.toNow();
    }

    private void apply(List<Fact> facts) {
        var arrivals = facts.stream().map(fact -> new Arrival(fact, null, start)).toList();
        reporting
                .bean(Writes.class)
                .run(
                        LivePicture.FEED_LOCK,
                        () -> {
                            reporting.bean(ApplyArrivals.class).apply(arrivals);
                            return true;
                        });
    }

    private Map<String, Figures> kept() {
        var kept = new HashMap<>(reporting.bean(LivePicture.class).whole().units());
        kept.values().removeIf(Figures::isNone);
        return kept;
    }

    private Map<String, Figures> recounted() {
        var at = clockAt();
        var recounted = new HashMap<String, Figures>();
        reporting
                .bean(CountedFacts.class)
                .each((fact, unit, hash) -> recounted.merge(unit, fact.at(at), Figures::plus));
        recounted.values().removeIf(Figures::isNone);
        return recounted;
    }

    private Figures sum() {
        return kept().values().stream().reduce(Figures.NONE, Figures::plus);
    }

    private Figures city() {
        return reporting.bean(LivePicture.class).whole().city();
    }

    private Figures unit(String id) {
        return reporting.bean(LivePicture.class).open(Set.of(id)).units().get(id);
    }

    private Instant clockAt() {
        return reporting.bean(LivePicture.class).open(Set.of()).clockAt();
    }

    private long newest() {
        return reporting.jdbc().queryForObject("SELECT seq FROM picture", Long.class);
    }

    private List<String> kindsSince(long seq) {
        return reporting
                .jdbc()
                .queryForList(
                        "SELECT kind FROM feed WHERE seq > ? ORDER BY seq", String.class, seq);
    }
}
