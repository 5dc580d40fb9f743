package haicap.local.command;

import haicap.local.parts.Part;
import haicap.local.parts.Replicas;
import haicap.local.system.BringUp;
import haicap.local.system.LocalSystem;
import haicap.local.system.SeedAndWarmUp;
import haicap.local.system.Shutdown;
import haicap.local.system.TrainStarts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "up",
        description =
                "Khởi động, trả lời khi sẵn sàng · Starts the system, returns when it is ready")
final class UpCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--fresh", description = "Xóa dữ liệu cũ trước · Wipes what was kept")
    private boolean fresh;

    @Option(
            names = "--replicas",
            paramLabel = "PART=N,…",
            description = "Số bản của mỗi phần · How many of each part, as case=2,reporting=2")
    private @Nullable String replicas;

    @Parameters(
            arity = "0..*",
            paramLabel = "PART",
            description = "Chỉ những phần này · These parts only")
    private List<String> labels = List.of();

    UpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (fresh) {
            new Shutdown(console.system()).stop();
            console.system().home().wipe();
        }
        if (replicas != null) {
            change(Replicas.parse(replicas));
        }
        var system = LocalSystem.recorded(console.environment());
        if (labels.isEmpty()) {
            everything(system);
        } else {
            new BringUp(system, console.out()).start(Console.instances(labels));
        }
        return 0;
    }

    /** Writes down how many there shall be; those above that number are ended. */
    private void change(Replicas wanted) throws InterruptedException {
        var system = console.system();
        var surplus = new ArrayList<>(system.replicas().all());
        surplus.removeAll(wanted.all());
        new Shutdown(system).stop(surplus);
        wanted.recordIn(system.home());
    }

    private void everything(LocalSystem system) throws InterruptedException {
        train(system, List.of(Part.values()));
        var begun = Instant.now();
        new BringUp(system, console.out()).start(system.replicas().all());
        new SeedAndWarmUp(system, console.out()).furnish();
        new Welcome(system).print(console.out(), Duration.between(begun, Instant.now()));
    }

    private void train(LocalSystem system, List<Part> all) throws InterruptedException {
        if (console.environment().containsKey("HAICAP_AOT")) {
            return;
        }
        var training = new TrainStarts(system, console.out());
        var untrained = training.untrained(all);
        if (!untrained.isEmpty()) {
            console.out()
                    .println(
                            "Luyện khởi động, một lần sau mỗi lần dựng · Training the starts, once after a build");
            training.train(all, untrained, () -> furnish(system.inTraining()));
            console.out().println("Khởi động · Starting");
        }
    }

    private void furnish(LocalSystem system) {
        try {
            new SeedAndWarmUp(system, console.out()).furnish();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
