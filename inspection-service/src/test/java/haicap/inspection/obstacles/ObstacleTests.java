package haicap.inspection.obstacles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import haicap.platform.access.Caller;
import haicap.platform.deadlines.Obliged;
import haicap.platform.deadlines.RunningDeadline;
import haicap.platform.deadlines.RunningDeadlines;
import haicap.platform.orgcopy.HeldPost;
import haicap.platform.orgcopy.Title;
import haicap.platform.problems.Refusal;
import haicap.platform.records.Deed;
import haicap.platform.records.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** 2025-10-01 is a Wednesday; no holiday follows for weeks. */
class ObstacleTests {

    private static final Instant RAISED = Instant.parse("2025-10-01T03:00:00Z");
    private static final Instant TRIAGED = Instant.parse("2025-10-02T03:00:00Z");
    private static final Instant LATER = Instant.parse("2025-10-03T03:00:00Z");
    private static final HeldPost CHIEF = HeldPost.of("chief", "ward", Title.COMMUNE_CHIEF);
    private static final Caller HEAD =
            new Caller(
                    "x",
                    "HN-1",
                    Set.of(),
                    List.of(HeldPost.of("head", "pc06", Title.DEPARTMENT_HEAD)),
                    null,
                    Instant.MAX,
                    true);

    @Test
    void waitsTwoWorkingDaysForTheStaffOffice() {
        var clocks = after(ObstacleType.RAISE, RunningDeadlines.NONE, RAISED);

        assertThat(clocks.all().getFirst().rule().id()).isEqualTo("OBSTACLE_TRIAGE_2WD");
        assertThat(clocks.all().getFirst().dueAt())
                .isEqualTo(Instant.parse("2025-10-03T17:00:00Z"));
        assertThat(clocks.nextFor(Obliged.DEPARTMENT)).isEmpty();
    }

    @Test
    void waitsTenWorkingDaysForTheDepartment() {
        var triaged = triaged(raised(), "pc06", TRIAGED);
        var clocks = after(triaged.deed(), clocksWhenRaised(), TRIAGED);

        assertThat(triaged.after().state()).isEqualTo(ObstacleState.TRIAGED);
        assertThat(clocks.nextFor(Obliged.DEPARTMENT))
                .map(RunningDeadline::dueAt)
                .hasValue(Instant.parse("2025-10-16T17:00:00Z"));
        assertThat(clocks.all().getFirst().metAt()).isEqualTo(TRIAGED);
    }

    @Test
    void passedOnToAnotherDepartmentKeepsItsClock() {
        var triaged = triaged(raised(), "pc06", TRIAGED);
        var clocks = after(triaged.deed(), clocksWhenRaised(), TRIAGED);

        var passedOn = triaged(triaged.after(), "pc01", LATER);

        assertThat(passedOn.after().directedTo()).isEqualTo("pc01");
        assertThat(after(passedOn.deed(), clocks, LATER)).isEqualTo(clocks);
    }

    @Test
    void isAnsweredThenConfirmed() {
        var answered = raised().triaged("pc06").answered("x", HEAD, LATER);
        var confirmed = answered.confirmed();
        var whenAnswered =
                after(
                        ObstacleType.ANSWER,
                        after(ObstacleType.TRIAGE, clocksWhenRaised(), TRIAGED),
                        LATER);

        assertThat(whenAnswered.nextFor(Obliged.DEPARTMENT)).isEmpty();
        assertThat(answered.isOpen()).isTrue();
        assertThat(confirmed.isOpen()).isFalse();
        assertThat(confirmed.head().counter()).isEqualTo(4);
        assertThat(after(ObstacleType.CONFIRM, whenAnswered, LATER).all())
                .allMatch(clock -> clock.metAt() != null);
    }

    @Test
    void returnedHasANewClock() {
        var returned = raised().triaged("pc06").answered("x", HEAD, LATER).returned();
        var whenAnswered =
                after(
                        ObstacleType.ANSWER,
                        after(ObstacleType.TRIAGE, clocksWhenRaised(), TRIAGED),
                        LATER);

        assertThat(returned.state()).isEqualTo(ObstacleState.TRIAGED);
        assertThat(after(ObstacleType.RETURN, whenAnswered, LATER).nextFor(Obliged.DEPARTMENT))
                .map(RunningDeadline::dueAt)
                .hasValue(Instant.parse("2025-10-10T17:00:00Z"));
    }

    @Test
    void takesNoStepOutOfTurn() {
        var raised = raised();
        var triaged = raised.triaged("pc06");
        var answered = triaged.answered("x", HEAD, LATER);

        assertRefused(() -> raised.answered("x", HEAD, LATER));
        assertRefused(raised::confirmed);
        assertRefused(triaged::returned);
        assertRefused(() -> answered.triaged("pc01"));
        assertRefused(() -> answered.confirmed().returned());
    }

    private static RunningDeadlines clocksWhenRaised() {
        return after(ObstacleType.RAISE, RunningDeadlines.NONE, RAISED);
    }

    private static RunningDeadlines after(Deed deed, RunningDeadlines before, Instant at) {
        return ObstacleType.LAW.after(before, deed.occurrences(), at);
    }

    private static Outcome<Obstacle> triaged(Obstacle before, String department, Instant at) {
        return ObstacleType.triaged(before, department, HEAD, at);
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
                new ObstacleRequest(Field.ORDER, Severity.LOW, "x", null, null),
                RAISED);
    }
}
