package haicap.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.reporting.figures.Figure;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FactTest {

    private static final Instant RECEIVED = Instant.parse("2025-10-01T09:00:00Z");
    private static final Instant DUE = Instant.parse("2025-10-08T17:00:00Z");

    @Test
    void countsAsReceivedTodayFromMidnightToMidnightInHanoi() {
        var fact = report(true, null);
        assertThat(count(fact, Figure.REPORTS_RECEIVED_TODAY, "2025-09-30T16:59:59.999999Z"))
                .isZero();
        assertThat(count(fact, Figure.REPORTS_RECEIVED_TODAY, "2025-09-30T17:00:00Z")).isOne();
        assertThat(count(fact, Figure.REPORTS_RECEIVED_TODAY, "2025-10-01T16:59:59.999999Z"))
                .isOne();
        assertThat(count(fact, Figure.REPORTS_RECEIVED_TODAY, "2025-10-01T17:00:00Z")).isZero();
    }

    @Test
    void isDueSoonWithinThreeDaysAndOverdueFromTheDueInstantOn() {
        var fact = report(true, DUE);
        var soon = DUE.minus(Duration.ofDays(3));
        assertThat(fact.at(soon.minusNanos(1000)).of(Figure.REPORTS_DUE_SOON)).isZero();
        assertThat(fact.at(soon).of(Figure.REPORTS_DUE_SOON)).isOne();
        assertThat(fact.at(DUE.minusNanos(1000)).of(Figure.REPORTS_DUE_SOON)).isOne();
        assertThat(fact.at(DUE.minusNanos(1000)).of(Figure.REPORTS_OVERDUE)).isZero();
        assertThat(fact.at(DUE).of(Figure.REPORTS_DUE_SOON)).isZero();
        assertThat(fact.at(DUE).of(Figure.REPORTS_OVERDUE)).isOne();
    }

    @Test
    void whatIsNotOpenIsNeverDue() {
        var figures = report(false, DUE).at(DUE);
        assertThat(figures.of(Figure.REPORTS_OPEN)).isZero();
        assertThat(figures.of(Figure.REPORTS_OVERDUE)).isZero();
    }

    @Test
    void anObstacleCountsWhileItIsOpenAndNeverAsAReport() {
        var figures =
                new Fact("ob-1", FileKind.OBSTACLE, 1, "u", true, RECEIVED, null).at(RECEIVED);
        assertThat(figures.byName().values().stream().mapToLong(Long::longValue).sum()).isOne();
        assertThat(figures.of(Figure.OBSTACLES_OPEN)).isOne();
    }

    private static Fact report(boolean open, @Nullable Instant due) {
        return new Fact("cr-1", FileKind.CRIME_REPORT, 1, "u", open, RECEIVED, due);
    }

    private static long count(Fact fact, Figure figure, String at) {
        return fact.at(Instant.parse(at)).of(figure);
    }
}
