package haicap.org.appointments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import haicap.platform.problems.Refusal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AppointmentTest {

    private static final Instant JULY = Instant.parse("2025-06-30T17:00:00Z");
    private static final Instant OCTOBER = JULY.plus(Duration.ofDays(92));

    private static Appointment holder(String id, String officer, Instant from, Instant to) {
        return new Appointment(id, "chief-a", officer, "HN-" + officer, from, to, false, 1);
    }

    private static Appointment standIn(String id, String officer, Instant from, Instant to) {
        return new Appointment(id, "chief-a", officer, "HN-" + officer, from, to, true, 1);
    }

    @Test
    void runsFromItsBeginningUntilJustBeforeItsEnd() {
        var held = holder("a", "1", JULY, OCTOBER);
        assertThat(held.runsAt(JULY.minusNanos(1))).isFalse();
        assertThat(held.runsAt(JULY)).isTrue();
        assertThat(held.runsAt(OCTOBER.minusNanos(1))).isTrue();
        assertThat(held.runsAt(OCTOBER)).isFalse();
    }

    @Test
    void aPostHasOneHolderAtATime() {
        var held = holder("a", "1", JULY, null);
        assertThat(holder("b", "2", OCTOBER, null).collidesWith(held)).isTrue();
        assertThat(holder("b", "2", JULY.minusSeconds(9), JULY).collidesWith(held)).isFalse();
        assertThat(holder("b", "2", OCTOBER, null).collidesWith(holder("a", "1", JULY, OCTOBER)))
                .isFalse();
    }

    @Test
    void oneMayStandInBesideTheHolderButNotTwoAndNotHimself() {
        var held = holder("a", "1", JULY, null);
        var standing = standIn("b", "2", JULY, OCTOBER);
        assertThat(standing.collidesWith(held)).isFalse();
        assertThat(standIn("c", "3", JULY, OCTOBER).collidesWith(standing)).isTrue();
        assertThat(standIn("c", "1", JULY, OCTOBER).collidesWith(held)).isTrue();
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
}
