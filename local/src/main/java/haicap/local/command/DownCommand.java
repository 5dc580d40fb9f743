package haicap.local.command;

import haicap.local.system.Shutdown;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "down", description = "Dừng mọi thành phần đã khởi động · Stops what was started")
final class DownCommand implements Callable<Integer> {

    private final Console console;

    DownCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        var stopped = new Shutdown(console.system()).stop();
        console.out().printf("Đã dừng %d thành phần · %d parts stopped%n", stopped, stopped);
        return 0;
    }
}
