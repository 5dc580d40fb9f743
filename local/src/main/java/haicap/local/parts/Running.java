package haicap.local.parts;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A process that we started, told from any later process of the same id by its start time. */
public record Running(long pid, long started) {

    /** The process of that id, if it lives. */
    static Optional<Running> of(long pid) {
        return ProcessTable.find(pid).map(entry -> new Running(pid, entry.started()));
    }

    /** Whether this very process lives. */
    public boolean alive() {
        return ProcessTable.find(pid).filter(entry -> entry.started() == started).isPresent();
    }

    /** Resident bytes of the process and all its children. */
    public long residentBytes() {
        return family().mapToLong(process -> ProcessTable.residentBytes(process.pid)).sum();
    }

    /** Ends it and its children abruptly, as a power cut would. */
    public void kill() {
        // the parent first: it must not replace the children that die
        var family = family().toList();
        family.forEach(process -> process.signal("KILL"));
        family.forEach(process -> process.awaitEnd(Duration.ofSeconds(10)));
    }

    /** Asks it to end; kills it when it has not after the given time. */
    public void end(String signal, Duration patience) {
        signal(signal);
        if (!awaitEnd(patience)) {
            kill();
        }
    }

    private boolean awaitEnd(Duration patience) {
        var deadline = Instant.now().plus(patience);
        while (alive()) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            Pause.brief();
        }
        return true;
    }

    private void signal(String name) {
        if (!alive()) {
            return;
        }
        try {
            new ProcessBuilder(List.of("kill", "-" + name, Long.toString(pid)))
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new Failure("Không gửi được tín hiệu tới " + pid, "Cannot signal " + pid, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Stream<Running> family() {
        var children =
                ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::descendants)
                        .flatMap(child -> of(child.pid()).stream());
        return Stream.concat(Stream.of(this), children);
    }
}
