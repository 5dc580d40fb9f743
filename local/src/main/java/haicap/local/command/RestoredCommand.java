package haicap.local.command;

import haicap.local.api.Api;
import haicap.local.parts.Failure;
import haicap.local.parts.Part;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** What services find by themselves wherever a server, a timeline or a topic tells of it. */
@Command(
        name = "restored",
        description =
                "Báo rằng cơ sở dữ liệu đã được khôi phục từ bản cũ"
                        + " · Says that an older copy of a service's database was put back")
final class RestoredCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int ACCEPTED = 202;

    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "SERVICE")
    private List<String> services = List.of();

    @Option(names = "--reason", defaultValue = "an operator says that it was restored")
    private String reason = "";

    RestoredCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var body = JSON.writeValueAsString(Map.of("reason", reason));
        try (var api = new Api(console.system().ports().url(Part.GATEWAY))) {
            for (var service : services) {
                var path = "/api/v1/%s/incarnation".formatted(service);
                var key = UUID.randomUUID().toString();
                var answer = api.post("operator", path, key, body, Map.of());
                if (answer.statusCode() != ACCEPTED) {
                    throw new Failure(
                            "%s: HTTP %d".formatted(service, answer.statusCode()), answer.body());
                }
                var life = JSON.readTree(answer.body());
                console.out()
                        .printf("%s: incarnation %d%n", service, life.path("incarnation").asInt());
            }
        }
        return 0;
    }
}
