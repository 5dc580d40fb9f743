package haicap.local.command;

import haicap.local.system.ClockShift;
import haicap.local.system.ShiftClock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "clock",
        description = "Dời đồng hồ của mọi thành phần · Shifts the clock of all parts")
final class ClockCommand implements Callable<Integer> {

    private static final DateTimeFormatter WALL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "+3d | -2h30m | reset")
    private @Nullable String step;

    ClockCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var clock = new ShiftClock(console.system());
        if (step != null) {
            clock.set(step.equals("reset") ? ClockShift.NONE : clock.now().plus(step));
        }
        var ahead = clock.now().ahead();
        console.out().printf("%s (%s)%n", WALL.format(Instant.now().plus(ahead)), ahead);
        return 0;
    }
}
