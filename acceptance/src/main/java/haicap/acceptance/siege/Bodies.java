package haicap.acceptance.siege;

import haicap.acceptance.client.Session.Write;
import haicap.acceptance.load.Paperwork;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Attacks by what a request carries. */
final class Bodies {

    private static final int MEBIBYTE = 1 << 20;

    private Bodies() {}

    static List<String> importsWithoutRight(Ground ground) {
        var file = new byte[Math.min(32 * MEBIBYTE, ground.of(32 * MEBIBYTE))];
        return together(
                8,
                "an import",
                () -> {
                    var officer = ground.officer();
                    return officer.send(
                                    officer.request("/api/v1/imports?kind=units")
                                            .header("Content-Type", "text/csv")
                                            .header("Idempotency-Key", UUID.randomUUID().toString())
                                            .POST(BodyPublishers.ofByteArray(file)))
                            .status();
                });
    }

    static List<String> hardTexts(Ground ground) {
        var path = Paperwork.report().path();
        var hard = "1 ".repeat(ground.of(80_000));
        var body = Paperwork.report().body().replace("Mất trộm", hard);
        return together(
                12, "a hard text", () -> ground.officer().send(new Write(path, body)).status());
    }

    static List<String> inventedUnits(Ground ground) {
        var units =
                IntStream.range(0, ground.of(3_000))
                        .mapToObj("\"9%06d-20250701\""::formatted)
                        .collect(Collectors.joining(","));
        var teams =
                IntStream.range(0, 7)
                        .mapToObj(team ->
                                "{\"leaderPostId\": \"chief-none-%d\", \"unitIds\": [%s]}"
                                        .formatted(team, units))
                        .collect(Collectors.joining(","));
        var body =
                "{\"decisionNumber\": \"1\", \"decidedAt\": \"%s\", \"teams\": [%s]}"
                        .formatted(Clock.systemUTC().instant(), teams);
        var staff = ground.api().as("pv01-head");
        var campaigns = staff.get("/api/v1/campaigns?limit=1").orFail().json().path("items");
        var campaign = campaigns.path(0).path("id").asString("cp-none");
        return together(
                4,
                "invented units",
                () -> {
                    var path = "/api/v1/campaigns/%s/schedule".formatted(campaign);
                    return staff.send(new Write(path, body).onVersion("\"0\"")).status();
                });
    }

    /** Refusals are answers, and so is a connection cut off; a failure of the server is neither. */
    private static List<String> together(int callers, String what, IntSupplier call) {
        Collection<String> wrong = new ConcurrentLinkedQueue<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < callers; i++) {
                threads.execute(() -> {
                    try {
                        var status = call.getAsInt();
                        if (status >= 500 && status != 503) {
                            wrong.add("%s: %d".formatted(what, status));
                        }
                    } catch (UncheckedIOException cutOff) {
                        return;
                    }
                });
            }
        }
        return List.copyOf(wrong);
    }
}
