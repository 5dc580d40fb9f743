package haicap.local.system;

import haicap.local.parts.Instance;
import haicap.local.parts.PartProcess;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Stops what was started: first those who write, then those whom they write to. */
public final class Shutdown {

    private final LocalSystem system;

    /** Of this system, nothing else. */
    public Shutdown(LocalSystem system) {
        this.system = system;
    }

    /** Returns the number of processes that ran. */
    public long stop() throws InterruptedException {
        return stop(system.replicas().all());
    }

    /** The same of these only. */
    public long stop(List<Instance> instances) throws InterruptedException {
        var stores = instances.stream().filter(i -> i.part().isStore()).toList();
        var others = instances.stream().filter(i -> !i.part().isStore()).toList();
        return together(others) + together(stores);
    }

    private long together(List<Instance> instances) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ends = instances.stream().map(system::process).map(Shutdown::end).toList();
            return threads.invokeAll(ends).stream().filter(end -> end.resultNow()).count();
        }
    }

    private static Callable<Boolean> end(PartProcess process) {
        return process::end;
    }
}
