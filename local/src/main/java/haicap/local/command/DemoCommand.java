package haicap.local.command;

import haicap.local.api.Api;
import haicap.local.demo.PlayUnits;
import haicap.local.demo.Wish;
import haicap.local.system.ShiftClock;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "demo", description = "Đóng vai 126 đơn vị · Acts as the 126 units")
final class DemoCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--rate",
            defaultValue = "10",
            description = "Việc mỗi giây · Actions per second")
    private int rate;

    @Option(names = "--seconds", defaultValue = "60", description = "Trong bao lâu · For how long")
    private int seconds;

    @Option(
            names = "--units",
            defaultValue = "126",
            description = "Bao nhiêu đơn vị · How many units")
    private int units;

    @Option(names = "--seed", description = "Diễn lại một lần trước · Plays an earlier piece again")
    private @Nullable Long seed;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        var system = console.system();
        var clock = new ShiftClock(system);
        var chosen = seed == null ? ThreadLocalRandom.current().nextInt(1_000_000) : seed;
        var wish = new Wish(rate, seconds, units, chosen);
        try (var api = new Api(system.ports().publicUrl())) {
            var play =
                    new PlayUnits(
                            api, () -> Instant.now().plus(clock.now().ahead()), console.out());
            return play.play(wish) ? 0 : 1;
        }
    }
}
