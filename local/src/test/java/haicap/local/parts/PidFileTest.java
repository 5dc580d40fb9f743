package haicap.local.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

    @TempDir private Path folder;
    private Process process;
    private Path file;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder("sleep", "600").start();
        file = folder.resolve("part.pid");
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void remembersAProcessThatLives() {
        var running = Running.of(process.pid()).orElseThrow();
        new PidFile(file).record(running);

        assertThat(new PidFile(file).running()).contains(running);
    }

    @Test
    void doesNotTakeALaterProcessOfTheSameIdForOurs() {
        var running = Running.of(process.pid()).orElseThrow();
        new PidFile(file).record(new Running(running.pid(), running.started() - 1));

        assertThat(new PidFile(file).running()).isEmpty();
    }

    @Test
    void forgetsAProcessThatIsKilled() {
        var running = Running.of(process.pid()).orElseThrow();
        new PidFile(file).record(running);

        running.kill();

        assertThat(new PidFile(file).running()).isEmpty();
    }

    @Test
    void endsAProcessThatDoesNotListen() throws IOException {
        var deaf =
                new ProcessBuilder("sh", "-c", "trap '' TERM; while :; do sleep 600; done").start();
        var running = Running.of(deaf.pid()).orElseThrow();

        running.end("TERM", Duration.ofMillis(100));

        assertThat(running.alive()).isFalse();
    }

    @Test
    void takesRubbishForNoProcess() throws IOException {
        Files.writeString(file, "no numbers");

        assertThat(new PidFile(file).running()).isEmpty();
    }
}
