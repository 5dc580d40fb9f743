package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.drills.Drill;
import haicap.acceptance.drills.Exercise;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@InTheHouse
@Order(8)
class DrillsTest {

    private static final double WRITES_PER_SECOND = 8;
    private static final Duration RECOVERY = Duration.ofSeconds(30);
    private static final Duration DOWN = Duration.ofSeconds(6);
    private static final long SEED = 126;

    private final House house;

    DrillsTest(House house) {
        this.house = house;
    }

    @Test
    void whateverPartDiesNothingAcceptedIsLostNothingIsToldTwiceAndOrderHolds() {
        System.out.println("seed of the load: " + SEED);
        try (var exercise = Exercise.begin(house.system(), house.api(), WRITES_PER_SECOND, SEED)) {
            for (var drill : Drill.all(house.system(), DOWN, DOWN)) {
                var outcome = exercise.run(drill);
                System.out.println(outcome);
                assertThat(outcome.recovery()).as(drill.name()).isLessThan(RECOVERY);
                if (drill.name().equals("postgres")) {
                    assertThat(outcome.unavailable()).as("503 meanwhile").isPositive();
                }
            }
            var reckoning = exercise.reckon();
            var ledger = exercise.ledger();
            System.out.println(ledger.summary());

            assertThat(reckoning.lost()).as("lost").isEmpty();
            assertThat(reckoning.toldTwice()).as("told twice").isEmpty();
            assertThat(reckoning.gaps()).as("gaps in the stream").isEmpty();
            assertThat(reckoning.outOfOrder()).as("out of order").isEmpty();
            assertThat(ledger.refused()).isEmpty();
            assertThat(ledger.unanswered()).isEmpty();
            assertThat(ledger.withoutRetryAfter()).as("503 without Retry-After").isZero();
            assertThat(Reconciliation.awaitSettled(house).path("differences")).isEmpty();
        }
    }
}
