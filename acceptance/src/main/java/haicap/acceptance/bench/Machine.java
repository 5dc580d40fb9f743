package haicap.acceptance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine on which it is measured. */
final class Machine {

    private Machine() {}

    /** Load average of the last minute, and the processors that share it. */
    static String load() {
        var processors = Runtime.getRuntime().availableProcessors();
        try {
            var average = Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
            return "%s on %d processors".formatted(average, processors);
        } catch (IOException e) {
            return "unknown on %d processors".formatted(processors);
        }
    }
}
