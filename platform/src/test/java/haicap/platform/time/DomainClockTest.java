package haicap.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DomainClockTest {

    @TempDir Path folder;

    @Test
    void isTheSystemsClockWithoutAFile() {
        assertThat(new DomainClock(null).instant())
                .isCloseTo(Instant.now(), Assertions.within(Duration.ofSeconds(5)));
        assertThat(new DomainClock(folder.resolve("absent")).instant())
                .isCloseTo(Instant.now(), Assertions.within(Duration.ofSeconds(5)));
    }

    @Test
    void followsTheSharedOffset() throws IOException {
        var file = folder.resolve("offset");
        var clock = new DomainClock(file);
        Files.writeString(file, "PT72H\n");
        awaitOffset(clock, Duration.ofHours(72));
        Files.writeString(file, "-PT1H");
        awaitOffset(clock, Duration.ofHours(-1));
        Files.delete(file);
        awaitOffset(clock, Duration.ZERO);
    }

    @Test
    void keepsTheLastOffsetWhenTheFileIsRubbish() throws IOException {
        var file = folder.resolve("offset");
        Files.writeString(file, "PT72H");
        var clock = new DomainClock(file);
        awaitOffset(clock, Duration.ofHours(72));
        Files.writeString(file, "three days");
        await().during(Duration.ofMillis(400)).until(() -> isOffBy(clock, Duration.ofHours(72)));
    }

    private static void awaitOffset(DomainClock clock, Duration offset) {
        await().until(() -> isOffBy(clock, offset));
    }

    private static boolean isOffBy(DomainClock clock, Duration offset) {
        var difference = Duration.between(Instant.now().plus(offset), clock.instant());
        return difference.abs().compareTo(Duration.ofSeconds(5)) < 0;
    }
}
