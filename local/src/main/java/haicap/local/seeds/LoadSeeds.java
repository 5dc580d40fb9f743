package haicap.local.seeds;

import haicap.local.api.Api;
import haicap.local.parts.Failure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loads the facts as the operator would, through the public door, and remembers which it loaded.
 */
public final class LoadSeeds {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration TIME_LIMIT = Duration.ofSeconds(120);
    private static final int ERRORS_SHOWN = 5;

    private final Api api;
    private final PrintWriter out;

    /** Through this interface, telling each file to {@code out}. */
    public LoadSeeds(Api api, PrintWriter out) {
        this.api = api;
        this.out = out;
    }

    /** Loads what differs from what the mark remembers; says whether it loaded anything. */
    public boolean load(Path seeds, Path mark) {
        var manifest = Manifest.in(seeds);
        var fingerprint = manifest.fingerprint();
        try {
            if (Files.exists(mark) && Files.readString(mark).equals(fingerprint)) {
                return false;
            }
            for (var entry : manifest.entries()) {
                load(entry);
            }
            Files.writeString(mark, fingerprint);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void load(Manifest.Entry entry) throws IOException {
        var answer =
                api.load(
                        "operator",
                        "/api/v1/imports?kind=" + entry.kind(),
                        entry.key(),
                        BodyPublishers.ofFile(entry.file()),
                        TIME_LIMIT);
        if (answer.statusCode() / 100 != 2) {
            throw refused(entry, answer.statusCode(), answer.body());
        }
        var report = JSON.readTree(answer.body());
        out.printf(
                "  %-14s %s: %d dòng · rows, %d mới · new%n",
                entry.kind(),
                entry.file().getFileName(),
                report.path("rows").asInt(),
                report.path("created").asInt());
        out.flush();
    }

    private static Failure refused(Manifest.Entry entry, int status, String body) {
        var errors = new StringBuilder();
        if (body.startsWith("{")) {
            var problem = JSON.readTree(body);
            errors.append(problem.path("detail").asString(""));
            problem.path("errors")
                    .valueStream()
                    .limit(ERRORS_SHOWN)
                    .forEach(error -> errors.append("\n  ").append(error));
        }
        return new Failure(
                "Không nạp được %s (HTTP %d)".formatted(entry.file(), status),
                "Cannot load it: " + errors);
    }
}
