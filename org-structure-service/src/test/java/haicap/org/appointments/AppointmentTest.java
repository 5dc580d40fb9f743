package haicap.org.appointments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import haicap.org.officers.Officer;
import haicap.org.posts.Post;
import haicap.platform.orgcopy.Title;
import haicap.platform.problems.Refusal;
import haicap.platform.time.Hanoi;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AppointmentTest {

    private static final Instant JULY = Instant.parse("2025-06-30T17:00:00Z");
    private static final Instant OCTOBER = JULY.plus(Duration.ofDays(92));
    private static final Post POST =
            new Post(
                    "chief-a",
                    "a-20250701",
                    Title.COMMUNE_CHIEF,
                    null,
                    "director",
                    LocalDate.parse("2025-01-01"),
                    LocalDate.parse("2026-07-01"),
                    1);

    private static Appointment holder(String id, String officer, Instant from, Instant to) {
        return made(id, officer, from, to, false);
    }

    private static Appointment standIn(String id, String officer, Instant from, Instant to) {
        return made(id, officer, from, to, true);
    }

    private static Appointment made(
            String id, String officer, Instant from, Instant to, boolean acting) {
        return Appointment.made(
                id, from, POST, new Officer(officer, "HN-" + officer), from, to, acting);
    }

    private static boolean collide(Appointment one, Appointment other) {
        return one.tenure().collidesWith(other.tenure());
    }

    @Test
    void runsFromItsBeginningUntilJustBeforeItsEnd() {
        var held = holder("a", "1", JULY, OCTOBER).tenure();
        assertThat(held.runsAt(JULY.minusNanos(1))).isFalse();
        assertThat(held.runsAt(JULY)).isTrue();
        assertThat(held.runsAt(OCTOBER.minusNanos(1))).isTrue();
        assertThat(held.runsAt(OCTOBER)).isFalse();
    }

    @Test
    void aPostHasOneHolderAtATime() {
        var held = holder("a", "1", JULY, null);
        assertThat(collide(holder("b", "2", OCTOBER, null), held)).isTrue();
        assertThat(collide(holder("b", "2", JULY.minusSeconds(9), JULY), held)).isFalse();
        assertThat(collide(holder("b", "2", OCTOBER, null), holder("a", "1", JULY, OCTOBER)))
                .isFalse();
    }

    @Test
    void oneMayStandInBesideTheHolderButNotTwoAndNotHimself() {
        var held = holder("a", "1", JULY, null);
        var standing = standIn("b", "2", JULY, OCTOBER);
        assertThat(collide(standing, held)).isFalse();
        assertThat(collide(standIn("c", "3", JULY, OCTOBER), standing)).isTrue();
        assertThat(collide(standIn("c", "1", JULY, OCTOBER), held)).isTrue();
    }

    @Test
    void endsOnceAndNotBeforeItBegan() {
        var ended = holder("a", "1", JULY, null).endedAt(OCTOBER);
        assertThat(ended.to()).isEqualTo(OCTOBER);
        assertThatThrownBy(() -> ended.endedAt(OCTOBER.plusSeconds(1)))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("appointment-ended"));
        assertThatThrownBy(() -> holder("a", "1", JULY, null).endedAt(JULY.minusSeconds(1)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        no -> assertThat(no.code()).isEqualTo("appointment-not-begun"));
    }

    @Test
    void anEndAheadCanComeEarlierButNotLater() {
        var dated = standIn("a", "1", JULY, OCTOBER);
        assertThat(dated.endedAt(OCTOBER.minusSeconds(9)).to()).isBefore(OCTOBER);
        assertThat(dated.endingAtLatest(OCTOBER.plusSeconds(9))).isEqualTo(dated);
    }

    @Test
    void neverOutlastsItsPost() {
        var lastDay = Hanoi.startOf(LocalDate.parse("2026-07-01"));
        assertThat(holder("a", "1", JULY, lastDay.plusSeconds(1)).to()).isEqualTo(lastDay);
        assertThat(holder("a", "1", JULY, null).to()).isEqualTo(lastDay);
    }

    @Test
    void oneThatHasNotBegunEndsWithItsPostAsItBegins() {
        var ended = holder("a", "1", OCTOBER, null).endingAtLatest(JULY);
        assertThat(ended.to()).isEqualTo(OCTOBER);
        assertThat(ended.state()).isEqualTo(AppointmentState.ENDED);
    }
}
