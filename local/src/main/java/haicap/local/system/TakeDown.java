package haicap.local.system;

import haicap.local.parts.Part;
import haicap.local.parts.PartProcess;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Stops what was started: first those who write, then those whom they write to. */
public final class TakeDown {

    private static final List<List<Part>> ORDER =
            List.of(
                    List.of(
                            Part.GATEWAY,
                            Part.ORG_STRUCTURE,
                            Part.CASE,
                            Part.INSPECTION,
                            Part.REPORTING,
                            Part.IDENTITY),
                    List.of(Part.KAFKA, Part.POSTGRES));

    private final LocalSystem system;

    /** Of this system, nothing else. */
    public TakeDown(LocalSystem system) {
        this.system = system;
    }

    /** Returns the number of parts that ran. */
    public long stop() throws InterruptedException {
        var stopped = 0L;
        for (var together : ORDER) {
            stopped += stop(together);
        }
        return stopped;
    }

    private long stop(List<Part> parts) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ends = parts.stream().map(system::process).map(TakeDown::end).toList();
            return threads.invokeAll(ends).stream().filter(end -> end.resultNow()).count();
        }
    }

    private static Callable<Boolean> end(PartProcess process) {
        return process::end;
    }
}
