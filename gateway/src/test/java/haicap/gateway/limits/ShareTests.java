package haicap.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.gateway.limits.LimitSettings.Budget;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ShareTests {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Share share =
            new Share(
                    new BodyBudget(
                            new Budget(DataSize.ofBytes(100), DataSize.ofBytes(60)),
                            "bodies",
                            metrics),
                    "sender");

    @Test
    void givesBackAllThatWasTaken() {
        share.take(20);
        share.take(30);
        assertThat(held()).isEqualTo(50);

        share.giveBack();
        share.giveBack();

        assertThat(held()).isZero();
    }

    /** The time limit of a body ends on another thread than the one that reads it. */
    @Test
    void aPieceThatComesAfterTheBodyWasGivenUpTakesNothing() {
        share.take(20);
        share.giveBack();

        share.take(30);

        assertThat(held()).isZero();
    }

    private double held() {
        return metrics.get("bodies").gauge().value();
    }
}
