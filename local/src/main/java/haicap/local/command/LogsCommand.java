package haicap.local.command;

import haicap.local.parts.Failure;
import haicap.local.parts.Instance;
import haicap.local.parts.Pause;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "In nhật ký của một thành phần · Prints a part's log")
final class LogsCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "PART")
    private String label = "";

    @Option(
            names = {"-f", "--follow"},
            description = "Và chờ tiếp · And what comes")
    private boolean follow;

    LogsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var log = console.system().home().log(Instance.named(label));
        if (!Files.exists(log)) {
            throw new Failure("Chưa có " + log, "There is no log yet");
        }
        try (var in = Files.newBufferedReader(log)) {
            print(in);
            while (follow) {
                Pause.brief();
                print(in);
            }
        }
        return 0;
    }

    private void print(BufferedReader in) throws IOException {
        var text = new char[8_192];
        for (var read = in.read(text); read > 0; read = in.read(text)) {
            console.out().write(text, 0, read);
        }
        console.out().flush();
    }
}
