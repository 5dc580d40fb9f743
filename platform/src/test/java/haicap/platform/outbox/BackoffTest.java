package haicap.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The relay looks less and less often while there is nothing to send. */
class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofMillis(1), Duration.ofMillis(6));

    @Test
    void growsFromTheShortestToTheLongest() {
        assertThat(Stream.generate(backoff::next).limit(5).map(Duration::toMillis))
                .containsExactly(1L, 2L, 4L, 6L, 6L);
    }

    @Test
    void startsAnewWhenThereIsWork() {
        backoff.next();
        backoff.next();
        backoff.reset();
        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(1));
    }
}
