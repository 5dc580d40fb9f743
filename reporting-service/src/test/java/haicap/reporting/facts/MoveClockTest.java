package haicap.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.platform.trace.Trace;
import haicap.platform.writes.Writes;
import haicap.reporting.feed.LivePicture;
import haicap.reporting.figures.Figure;
import haicap.reporting.figures.Figures;
import haicap.reporting.files.CrimeReport;
import haicap.reporting.files.CrimeReport.HandOver;
import haicap.reporting.files.Fact;
import haicap.reporting.testing.City;
import haicap.reporting.testing.RandomFacts;
import haicap.reporting.testing.Reporting;
import haicap.reporting.testing.Told;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        var random = new RandomFacts(20250701, start, UNITS);
        apply(random.many("f-", 400));
        assertThat(kept()).isEqualTo(recounted());
        for (int i = 0; i < 40; i++) {
            turnTo(random.instant());
            apply(List.of(random.one("f-" + i % 7, 2 + i), random.one("g-" + i, 1)));
            assertThat(kept()).isEqualTo(recounted());
            assertThat(sumsKeptOtherwise()).isEmpty();
            assertThat(city()).isEqualTo(sum());
        }
    }

    @Test
    void aStepBackOfLessThanAMinuteIsWaitedOut() {
        turnTo(start.plus(Duration.ofMinutes(5)));
        reporting.clock().set(start.plus(Duration.ofMinutes(4)).plusMillis(1));
        assertThat(moveClock.toNow()).isEqualTo(start.plus(Duration.ofMinutes(5)));
        reporting.clock().set(start.plus(Duration.ofMinutes(4)));
        assertThat(moveClock.toNow()).isEqualTo(start.plus(Duration.ofMinutes(4)));
    }

    /**
     * After a crash between a tick and what it notes, and after a rebuild that was a second ahead.
     */
    @Test
    void factsThatWereNotedAsOfAnotherInstantAreCountedAllTheSame() {
        turnTo(start);
        var due = start.plus(Duration.ofMinutes(30));
        apply(List.of(report(City.HOAN_KIEM, start, due), report(City.PC01, start, due)));
        var noted = noted();
        turnTo(due.plus(Duration.ofHours(1)));
        assertThat(kept()).isEqualTo(recounted());
        noteAgain(noted);
        turnTo(due.minus(Duration.ofHours(1)));
        assertThat(kept()).isEqualTo(recounted());
        noteAgain(noted);
        turnTo(due.plus(Duration.ofHours(1)));
        assertThat(kept()).isEqualTo(recounted());
        turnTo(start);

        reporting
                .jdbc()
                .update(
                        "UPDATE fact SET previous_at = next_at, next_at = NULL WHERE next_at = ?",
                        at(due));
        turnTo(due.plus(Duration.ofHours(1)));
        assertThat(kept()).isEqualTo(recounted());
        assertThat(sumsKeptOtherwise()).isEmpty();
    }

    private List<Map<String, Object>> noted() {
        return reporting.jdbc().queryForList("SELECT id, next_at, previous_at FROM fact");
    }

    private void noteAgain(List<Map<String, Object>> noted) {
        reporting
                .jdbc()
                .batchUpdate(
                        "UPDATE fact SET next_at = ?, previous_at = ? WHERE id = ?",
                        noted.stream()
                                .map(row ->
                                        new Object[] {
                                            row.get("next_at"),
                                            row.get("previous_at"),
                                            row.get("id")
                                        })
                                .toList());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
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
        assertThat(kindsSince(before)).startsWith("unit").doesNotContain("activity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P3D", "PT17H", "P15D", "P40D", "PT-17H", "P-3D", "P-40D"})
    void aJumpTellsEachUnitThatChangedExactlyOnceAndNoActivity(Duration jump) {
        apply(new RandomFacts(jump.hashCode(), start, UNITS).many("j" + jump, 100));
        var before = kept();
        long from = newest();
        turnTo(start.plus(jump));
        var after = kept();
        var changed = new TreeSet<>(before.keySet());
        changed.addAll(after.keySet());
        changed.removeIf(unit -> Objects.equals(before.get(unit), after.get(unit)));
        assertThat(unitsToldSince(from)).containsExactlyElementsOf(changed);
        assertThat(kindsSince(from)).doesNotContain("activity");
        assertThat(kept()).isEqualTo(recounted());
        turnTo(start);
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void custodyMovesWhatIsOpenAndNotWhatWasDone() {
        var report =
                new CrimeReport(
                        start,
                        true,
                        null,
                        null,
                        City.TRUC_BACH,
                        List.of(new HandOver(start, City.TRUC_BACH)),
                        null,
                        null,
                        null);
        var open = unit(City.BA_DINH).of(Figure.of("reportsOpen"));
        var received = unit(City.TRUC_BACH).of(Figure.of("reportsReceivedToday"));
        var handedOver = unit(City.TRUC_BACH).of(Figure.of("reportsHandedOverThisMonth"));
        apply(List.of(Told.fact("cr-" + UUID.randomUUID(), 1, City.TRUC_BACH, report)));
        assertThat(unit(City.BA_DINH).of(Figure.of("reportsOpen"))).isEqualTo(open + 1);
        assertThat(unit(City.TRUC_BACH).of(Figure.of("reportsReceivedToday")))
                .isEqualTo(received + 1);
        assertThat(unit(City.TRUC_BACH).of(Figure.of("reportsHandedOverThisMonth")))
                .isEqualTo(handedOver + 1);
        assertThat(unit(City.TRUC_BACH).of(Figure.of("reportsOpen"))).isZero();
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
        assertThat(sumsKeptOtherwise()).isEmpty();
        turnTo(start);
        assertThat(unit(City.PC01).isNone()).isFalse();
        assertThat(kept()).isEqualTo(recounted());
    }

    private static Fact report(String unit, Instant received, Instant due) {
        return Told.fact(
                "cr-" + UUID.randomUUID(),
                1,
                unit,
                new CrimeReport(received, true, due, null, unit, List.of(), null, null, null));
    }

    private void turnTo(Instant instant) {
        reporting.clock().set(instant);
        moveClock.toNow();
    }

    private void apply(List<Fact> facts) {
        var arrivals =
                facts.stream()
                        .map(fact -> new Arrival(fact, null, start, Trace.current()))
                        .toList();
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
        var counts = new HashMap<String, Map<Figure, Long>>();
        for (var count : reporting.bean(CountedFacts.class).figures(clockAt())) {
            counts.computeIfAbsent(count.unitId(), unit -> new HashMap<>())
                    .merge(count.figure(), count.files(), Long::sum);
        }
        var recounted = new HashMap<String, Figures>();
        counts.forEach((unit, counted) -> recounted.put(unit, Figures.counting(counted)));
        return recounted;
    }

    private List<CountedFacts.KeptSum> sumsKeptOtherwise() {
        var counted = reporting.bean(CountedFacts.class);
        return counted.sumsKeptOtherwise(counted.figures(clockAt()));
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

    private List<String> unitsToldSince(long seq) {
        return reporting
                .jdbc()
                .queryForList(
                        "SELECT unit_id FROM feed WHERE seq > ? AND kind = 'unit' ORDER BY seq",
                        String.class,
                        seq);
    }

    private List<String> kindsSince(long seq) {
        return reporting
                .jdbc()
                .queryForList(
                        "SELECT kind FROM feed WHERE seq > ? ORDER BY seq", String.class, seq);
    }
}
