package haicap.inspection.obstacles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import haicap.inspection.deadlines.Clock;
import haicap.inspection.deadlines.ObstacleLaw;
import haicap.platform.access.Caller;
import haicap.platform.orgcopy.HeldPost;
import haicap.platform.orgcopy.Title;
import haicap.platform.problems.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** 2025-10-01 is a Wednesday; no holiday follows for weeks. */
class ObstacleTests {

    private static final ObstacleLaw LAW = new ObstacleLaw();
    private static final Instant RAISED = Instant.parse("2025-10-01T03:00:00Z");
    private static final Instant TRIAGED = Instant.parse("2025-10-02T03:00:00Z");
    private static final Instant LATER = Instant.parse("2025-10-03T03:00:00Z");
    private static final HeldPost CHIEF =
            new HeldPost("chief", "ward", Title.COMMUNE_CHIEF, null, null);
    private static final Caller HEAD =
            new Caller(
                    "x",
                    "HN-1",
                    Set.of(),
                    List.of(new HeldPost("head", "pc06", Title.DEPARTMENT_HEAD, null, null)),
                    null,
                    Instant.MAX,
                    true);

    @Test
    void waitsTwoWorkingDaysForTheStaffOffice() {
        var clock = raised().clocks().all().getFirst();

        assertThat(clock.rule().id()).isEqualTo("OBSTACLE_TRIAGE_2WD");
        assertThat(clock.dueAt()).isEqualTo(Instant.parse("2025-10-03T17:00:00Z"));
        assertThat(raised().answerClock()).isNull();
    }

    @Test
    void waitsTenWorkingDaysForTheDepartment() {
        var triaged = raised().triaged("pc06", LAW, TRIAGED);

        assertThat(triaged.state()).isEqualTo(ObstacleState.TRIAGED);
        assertThat(triaged.answerClock())
                .extracting(Clock::dueAt)
                .isEqualTo(Instant.parse("2025-10-16T17:00:00Z"));
        assertThat(triaged.clocks().all().getFirst().metAt()).isEqualTo(TRIAGED);
    }

    @Test
    void passedOnToAnotherDepartmentKeepsItsClock() {
        var triaged = raised().triaged("pc06", LAW, TRIAGED);

        var passedOn = triaged.triaged("pc01", LAW, LATER);

        assertThat(passedOn.departmentUnitId()).isEqualTo("pc01");
        assertThat(passedOn.clocks()).isEqualTo(triaged.clocks());
    }

    @Test
    void isAnsweredThenConfirmed() {
        var answered = raised().triaged("pc06", LAW, TRIAGED).answered("x", HEAD, LAW, LATER);
        var confirmed = answered.confirmed(LATER);

        assertThat(answered.answerClock()).isNull();
        assertThat(answered.state().isOpen()).isTrue();
        assertThat(confirmed.state().isOpen()).isFalse();
        assertThat(confirmed.counter()).isEqualTo(4);
        assertThat(confirmed.clocks().all()).allMatch(clock -> clock.metAt() != null);
    }

    @Test
    void returnedHasANewClock() {
        var returned =
                raised().triaged("pc06", LAW, TRIAGED)
                        .answered("x", HEAD, LAW, LATER)
                        .returned(LAW, LATER);

        assertThat(returned.state()).isEqualTo(ObstacleState.TRIAGED);
        assertThat(returned.answerClock())
                .extracting(Clock::dueAt)
                .isEqualTo(Instant.parse("2025-10-10T17:00:00Z"));
    }

    @Test
    void takesNoStepOutOfTurn() {
        var raised = raised();
        var triaged = raised.triaged("pc06", LAW, TRIAGED);
        var answered = triaged.answered("x", HEAD, LAW, LATER);

        assertRefused(() -> raised.answered("x", HEAD, LAW, LATER));
        assertRefused(() -> raised.confirmed(LATER));
        assertRefused(() -> triaged.returned(LAW, LATER));
        assertRefused(() -> answered.triaged("pc01", LAW, LATER));
        assertRefused(() -> answered.confirmed(LATER).returned(LAW, LATER));
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("obstacle-state"));
    }

    private static Obstacle raised() {
        return Obstacle.raised(
                "ob",
                CHIEF,
                new Hindrance(Field.ORDER, Severity.LOW, "x", null, null),
                LAW,
                RAISED);
    }
}
