package haicap.local.command;

import haicap.local.parts.Part;
import haicap.local.system.BringUp;
import haicap.local.system.Furnish;
import haicap.local.system.LocalSystem;
import haicap.local.system.TakeDown;
import haicap.local.system.TrainStarts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
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
            new TakeDown(console.system()).stop();
            console.system().home().wipe();
        }
        var system = LocalSystem.recorded(console.environment());
        if (labels.isEmpty()) {
            everything(system);
        } else {
            new BringUp(system, console.out()).start(Console.parts(labels));
        }
        return 0;
    }

    private void everything(LocalSystem system) throws InterruptedException {
        var all = List.of(Part.values());
        train(system, all);
        var begun = Instant.now();
        new BringUp(system, console.out()).start(all);
        new Furnish(system, console.out()).furnish();
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
            training.train(all, untrained, () -> furnish(system));
            console.out().println("Khởi động · Starting");
        }
    }

    private void furnish(LocalSystem system) {
        try {
            new Furnish(system, console.out()).furnish();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
