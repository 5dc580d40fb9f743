package haicap.reporting.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import haicap.platform.time.ReportingMonth;
import haicap.reporting.figures.Figure;
import haicap.reporting.files.CrimeReport.HandOver;
import haicap.reporting.files.CrimeReport.Outcome;
import haicap.reporting.testing.RandomFacts;
import haicap.reporting.testing.Told;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactTest {

    private static final long SEED = 20_251_001;
    private static final Instant RECEIVED = Instant.parse("2025-10-01T09:00:00Z");
    private static final Instant DUE = Instant.parse("2025-10-08T17:00:00Z");

    @Test
    void countsAsReceivedTodayFromMidnightToMidnightInHanoi() {
        var fact = report(true, null);
        assertThat(count(fact, Figure.of("reportsReceivedToday"), "2025-09-30T16:59:59.999999Z"))
                .isZero();
        assertThat(count(fact, Figure.of("reportsReceivedToday"), "2025-09-30T17:00:00Z")).isOne();
        assertThat(count(fact, Figure.of("reportsReceivedToday"), "2025-10-01T16:59:59.999999Z"))
                .isOne();
        assertThat(count(fact, Figure.of("reportsReceivedToday"), "2025-10-01T17:00:00Z")).isZero();
    }

    @Test
    void isDueSoonWithinThreeDaysAndOverdueFromTheDueInstantOn() {
        var fact = report(true, DUE);
        var soon = DUE.minus(Duration.ofDays(3));
        assertThat(counts(fact, soon.minusNanos(1000))).doesNotContain(Figure.of("reportsDueSoon"));
        assertThat(counts(fact, soon)).contains(Figure.of("reportsDueSoon"));
        assertThat(counts(fact, DUE.minusNanos(1000)))
                .contains(Figure.of("reportsDueSoon"))
                .doesNotContain(Figure.of("reportsOverdue"));
        assertThat(counts(fact, DUE))
                .contains(Figure.of("reportsOverdue"))
                .doesNotContain(Figure.of("reportsDueSoon"));
    }

    /** The database knows no year 0 and no year 10000. */
    @Test
    void whatEndsBeyondYearsOfFourDigitsIsAlwaysOrNever() {
        var campaign = LocalDate.parse("9999-12-31");
        var late =
                Told.fact("v-1", 2, "visited", new Visit(campaign, campaign, null, null, RECEIVED));
        assertThat(late.spans()).extracting(Span::until).containsOnly(at("9999-12-31T17:00:00Z"));
        var first = LocalDate.parse("0001-01-01");
        var old = Told.fact("v-1", 2, "visited", new Visit(first, first, null, null, RECEIVED));
        assertThat(old.spans()).extracting(Span::from).containsOnly(Instant.MIN);
    }

    @Test
    void whatIsNotOpenIsNeverDue() {
        assertThat(counts(report(false, DUE), DUE)).isEmpty();
    }

    @Test
    void isReceivedByWhoReceivedItWhoeverHasCustodyNow() {
        var span =
                report(true, null).at(RECEIVED).stream()
                        .filter(each -> each.figure() == Figure.of("reportsReceivedToday"))
                        .findFirst()
                        .orElseThrow();
        assertThat(span.unitWhenHeldBy("heir")).isEqualTo("receiver");
        assertThat(report(true, null).at(RECEIVED))
                .filteredOn(each -> each.figure() == Figure.of("reportsOpen"))
                .allMatch(each -> each.unitWhenHeldBy("heir").equals("heir"));
    }

    @Test
    void aDecisionAndEveryHandOverCountForWhoTookThemInTheirReportingMonth() {
        var fact =
                Told.fact(
                        "cr-1",
                        4,
                        "agency",
                        new CrimeReport(
                                RECEIVED,
                                false,
                                null,
                                null,
                                "receiver",
                                List.of(
                                        new HandOver(at("2025-10-14T16:59:59.999999Z"), "one"),
                                        new HandOver(at("2025-10-14T17:00:00Z"), "two")),
                                Outcome.INSTITUTED,
                                at("2025-11-14T16:00:00Z"),
                                "agency"));
        assertThat(doneBy(fact, "2025-10-14T10:00:00Z"))
                .containsExactly("one: reportsHandedOverThisMonth");
        assertThat(doneBy(fact, "2025-10-14T17:00:00Z"))
                .containsExactly(
                        "two: reportsHandedOverThisMonth", "agency: reportsInstitutedThisMonth");
        assertThat(doneBy(fact, "2025-11-14T17:00:00Z")).isEmpty();
    }

    @Test
    void aConcludedVisitCountsForTheVisitedUnitOnTheDaysOfItsCampaign() {
        var from = LocalDate.parse("2025-10-01");
        var to = LocalDate.parse("2025-10-20");
        var fact = Told.fact("v-1", 2, "visited", new Visit(from, to, null, null, RECEIVED));
        assertThat(doneBy(fact, "2025-09-30T16:59:59Z")).isEmpty();
        assertThat(doneBy(fact, "2025-09-30T17:00:00Z"))
                .containsExactly("visited: visitsConcluded");
        assertThat(doneBy(fact, "2025-10-20T16:59:59Z")).hasSize(1);
        assertThat(doneBy(fact, "2025-10-20T17:00:00Z")).isEmpty();
        assertThat(Told.fact("v-1", 1, "visited", new Visit(from, to, null, null, null)).spans())
                .isEmpty();
    }

    @Test
    void findingsAndObstaclesAreOpenAndThenLate() {
        var finding = Told.fact("fi-1", 1, "u", new Finding(true, null, null, DUE));
        assertThat(counts(finding, RECEIVED)).containsExactly(Figure.of("findingsOpen"));
        assertThat(counts(finding, DUE))
                .containsExactly(Figure.of("findingsOpen"), Figure.of("findingsOverdue"));
        var obstacle = Told.fact("ob-1", 1, "u", new Obstacle(null, true, null, null, DUE));
        assertThat(counts(obstacle, DUE))
                .containsExactly(Figure.of("obstaclesOpen"), Figure.of("obstaclesOverdue"));
        assertThat(Told.fact("ob-1", 2, "u", new Obstacle(null, false, null, null, null)).spans())
                .isEmpty();
    }

    @Test
    void aDecisionWithoutInstantOrUnitIsNone() {
        assertThatThrownBy(() ->
                        new CrimeReport(
                                RECEIVED,
                                false,
                                null,
                                null,
                                "u",
                                List.of(),
                                Outcome.NOT_INSTITUTED,
                                null,
                                "u"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-10-14T16:59:59.999999Z, 2025-09-14T17:00:00Z, 2025-10-14T17:00:00Z",
        "2025-10-14T17:00:00Z, 2025-10-14T17:00:00Z, 2025-11-14T17:00:00Z",
        "2026-01-10T00:00:00Z, 2025-12-14T17:00:00Z, 2026-01-14T17:00:00Z"
    })
    void theReportingMonthRunsFromThe15thToThe14th(Instant at, Instant from, Instant until) {
        var month = ReportingMonth.of(at);
        assertThat(month.from()).isEqualTo(from);
        assertThat(month.until()).isEqualTo(until);
    }

    @Test
    void namesEveryUnitThatCountsIt() {
        var facts = new RandomFacts(SEED, RECEIVED, List.of("a", "b", "c", "d", "e", "f"));
        assertThat(facts.many("file-", 2_000))
                .as("seed %d", SEED)
                .allSatisfy(fact -> {
                    var counting = fact.spans().stream().map(Span::unitId).filter(Objects::nonNull);
                    assertThat(fact.units()).containsAll(counting.toList()).contains(fact.unitId());
                });
    }

    @Test
    void anAppointmentCountsNowhereAndWaitsForNobody() {
        var fact = Told.fact("appointment-1", 1, "u", new Appointment("chief-u", RECEIVED));
        assertThat(fact.spans()).isEmpty();
        assertThat(fact.nextStep()).isNull();
    }

    private static Fact report(boolean open, @Nullable Instant due) {
        return Told.fact(
                "cr-1",
                1,
                "u",
                new CrimeReport(
                        RECEIVED, open, due, null, "receiver", List.of(), null, null, null));
    }

    private static List<Figure> counts(Fact fact, Instant at) {
        return fact.at(at).stream().map(Span::figure).toList();
    }

    private static long count(Fact fact, Figure figure, String at) {
        return counts(fact, at(at)).stream().filter(figure::equals).count();
    }

    private static List<String> doneBy(Fact fact, String at) {
        return fact.at(at(at)).stream()
                .filter(span -> span.unitId() != null)
                .map(span -> span.unitId() + ": " + span.figure())
                .toList();
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
