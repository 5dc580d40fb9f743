package haicap.local.command;

import haicap.local.system.BringUp;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "start",
        description = "Đưa một thành phần trở lại · Brings a part back, waits until it is ready")
final class StartCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "PART")
    private List<String> labels = List.of();

    StartCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var system = console.system();
        new BringUp(system, console.out()).start(Console.instances(labels));
        return 0;
    }
}
