package haicap.platform.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ClockSkewTest {

    private static final Instant NOW = Instant.parse("2025-10-01T00:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ClockSkew skew = new ClockSkew(meters);

    @Test
    void aMetricTellsHowFarOurClockIsAhead() {
        skew.measured(NOW, NOW.minusMillis(250), NOW);

        assertThat(ahead()).isEqualTo(0.25);
    }

    @Test
    void theJourneyThereAndBackIsNoSkew(CapturedOutput output) {
        skew.measured(NOW, NOW.plusMillis(2_000), NOW.plusMillis(4_000));

        assertThat(ahead()).isZero();
        assertThat(output).doesNotContain("ahead of the database");
    }

    @Test
    void aLineTellsItOnceWhenItIsTooMuchAndOnceWhenItIsOver(CapturedOutput output) {
        skew.measured(NOW, NOW.minusSeconds(3), NOW);
        skew.measured(NOW, NOW.minusSeconds(3), NOW);
        skew.measured(NOW, NOW, NOW);

        assertThat(output.getOut().split("3000 ms ahead of the database", -1)).hasSize(2);
        assertThat(output).contains("agrees with the database's again");
    }

    private double ahead() {
        return meters.get("haicap.clock.skew").gauge().value();
    }
}
