package haicap.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The relay looks less and less often while there is nothing to send. */
class PauseTest {

    private final Pause pause = new Pause(Duration.ofMillis(1), Duration.ofMillis(6));

    @Test
    void growsFromTheShortestToTheLongest() {
        assertThat(Stream.generate(pause::next).limit(5).map(Duration::toMillis))
                .containsExactly(1L, 2L, 4L, 6L, 6L);
    }

    @Test
    void startsAnewWhenThereIsWork() {
        pause.next();
        pause.next();
        pause.reset();
        assertThat(pause.next()).isEqualTo(Duration.ofMillis(1));
    }
}
