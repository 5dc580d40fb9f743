package haicap.local.command;

import haicap.local.system.BringUp;
import haicap.local.system.LocalSystem;
import haicap.local.system.TakeDown;
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
        var environment = console.environment();
        if (fresh) {
            var old = console.system();
            new TakeDown(old).stop();
            old.home().wipe();
        }
        var out = console.out();
        var system = LocalSystem.recorded(environment);
        var parts = labels.isEmpty() ? BringUp.everything() : Console.parts(labels);
        new BringUp(system, out).start(parts);
        return 0;
    }
}
