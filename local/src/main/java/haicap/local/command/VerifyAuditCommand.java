package haicap.local.command;

import haicap.local.api.Api;
import haicap.local.parts.Part;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "verify",
        description = "Kiểm tra chuỗi nhật ký của mọi dịch vụ · Proves the chain of every service")
final class VerifyAuditCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration TIME_LIMIT = Duration.ofMinutes(5);
    private static final int BROKEN = 4;
    private static final int OK = 200;
    private static final String LINE = "%-14s %-10s %8s %9s %9s %9s  %s%n";

    private final Console console;

    VerifyAuditCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        console.out()
                .printf(
                        LINE,
                        "part",
                        "chain",
                        "seals",
                        "rows",
                        "disposed",
                        "unsealed",
                        "head / first break");
        boolean intact = true;
        try (var api = new Api(console.system().ports().url(Part.GATEWAY))) {
            for (var part : Arrays.stream(Part.values()).filter(Part::isService).toList()) {
                var path = "/api/v1/%s/audit/verification".formatted(part.label());
                intact &= print(part, api.get("auditor", path, TIME_LIMIT));
            }
        }
        return intact ? 0 : BROKEN;
    }

    private boolean print(Part part, HttpResponse<String> answer) {
        if (answer.statusCode() != OK) {
            console.out()
                    .printf(LINE, part.label(), "?", "", "", "", "", "HTTP " + answer.statusCode());
            return false;
        }
        var found = JSON.readTree(answer.body());
        boolean intact = found.path("intact").asBoolean();
        console.out()
                .printf(
                        LINE,
                        part.label(),
                        intact ? "intact" : "BROKEN",
                        found.path("seals").asLong(),
                        found.path("rows").asLong(),
                        found.path("disposed").asLong(),
                        found.path("unsealed").asLong(),
                        intact ? found.path("head").asString() : place(found.path("firstBreak")));
        return intact;
    }

    private static String place(JsonNode at) {
        var row = at.path("row").isNull() ? "" : ", row " + at.path("row").asLong();
        return "%s: seal %d%s"
                .formatted(at.path("fault").asString(), at.path("seal").asLong(), row);
    }
}
