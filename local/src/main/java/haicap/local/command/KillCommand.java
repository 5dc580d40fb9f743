package haicap.local.command;

import haicap.local.parts.Failure;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "kill", description = "Ngắt đột ngột một thành phần · Ends a part abruptly")
final class KillCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "PART")
    private List<String> labels = List.of();

    KillCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var system = console.system();
        for (var instance : Console.instances(labels)) {
            if (!system.process(instance).kill()) {
                throw new Failure(
                        "%s không chạy".formatted(instance), "%s does not run".formatted(instance));
            }
        }
        return 0;
    }
}
