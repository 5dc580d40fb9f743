package haicap.local.command;

import haicap.local.system.LookAtParts;
import haicap.local.system.PartState;
import haicap.local.system.ServiceStatus;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "status",
        description = "Tình trạng từng thành phần · Each part, its health and what waits in it")
final class StatusCommand implements Callable<Integer> {

    private static final int NOT_ALL_UP = 3;
    private static final String LINE = "%-14s %6s %8s  %-9s %8s %6s %7s %7s %9s%n";

    private final Console console;

    @Option(names = "--json", description = "Cho máy đọc · For machines")
    private boolean json;

    StatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var parts = new LookAtParts(console.system()).look();
        if (json) {
            printJson(parts);
        } else {
            printTable(parts);
        }
        return parts.stream().allMatch(part -> part.health().equals("up")) ? 0 : NOT_ALL_UP;
    }

    private void printJson(List<PartState> parts) {
        var mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        console.out().println(mapper.writeValueAsString(parts));
    }

    private void printTable(List<PartState> parts) {
        var out = console.out();
        out.printf(
                LINE, "part", "port", "pid", "health", "memory", "lag", "parked", "unsent",
                "oldest");
        for (var part : parts) {
            out.printf(
                    LINE,
                    part.part(),
                    part.port(),
                    part.pid() == null ? "-" : part.pid(),
                    part.health(),
                    megabytes(part.memoryBytes()),
                    told(part, ServiceStatus::behind),
                    told(part, ServiceStatus::parked),
                    told(part, ServiceStatus::outboxUnsent),
                    told(
                            part,
                            status ->
                                    String.format(
                                            Locale.ROOT, "%.1f s", status.outboxOldestSeconds())));
        }
        var all = parts.stream().mapToLong(PartState::memoryBytes).sum();
        out.printf(LINE, "", "", "", "", megabytes(all), "", "", "", "");
        parts.forEach(this::printGaps);
    }

    private void printGaps(PartState part) {
        if (part.status() != null) {
            for (var gap : part.status().gaps()) {
                console.out()
                        .printf(
                                "%s: %s has missed events of %s/%d since %s (%s)%n",
                                part.part(),
                                gap.feed(),
                                gap.topic(),
                                gap.partition(),
                                gap.since(),
                                gap.reason());
            }
        }
    }

    private static String told(PartState part, Function<ServiceStatus, Object> what) {
        return part.status() == null ? "-" : what.apply(part.status()).toString();
    }

    private static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }
}
