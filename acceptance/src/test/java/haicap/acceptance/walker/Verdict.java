package haicap.acceptance.walker;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong with an answer, whatever was asked. */
public final class Verdict {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * The caller comes again: a part has as much to do as it can at once, or an incarnation was
     * raised or a rebuild ordered, which end or hold up what is under way.
     */
    private static final Set<String> COME_AGAIN =
            Set.of("part-busy", "storage-unavailable", "inbox-behind", "source-unavailable");

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Class names, frames, the database's own words. */
    private static final Pattern INSIDES =
            Pattern.compile(
                    "\\b(java|javax|jakarta|haicap|org\\.(spring|postgres|apache)|tools\\.jackson|com\\.fasterxml|io\\.netty|reactor)"
                            + "[a-z]*(\\.[a-z0-9]+)+\\.[A-Z]|\\tat |SQLSTATE|PSQL|ERROR: |(?i:syntax error at)");

    private static final Pattern GAP = Pattern.compile("\\{[a-z]+}");

    private static final Set<String> MEMBERS =
            Set.of("type", "title", "status", "detail", "code", "traceId");

    private static final Set<String> NAMING = Set.of("malformed", "invalid");

    private Verdict() {}

    /** What came back. */
    public record Heard(int status, HttpHeaders headers, byte[] body, Duration took) {

        /** The media type, or what stands for none. */
        public String type() {
            return header("Content-Type");
        }

        String header(String name) {
            return headers.firstValue(name).orElse("none");
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** The code of a problem; empty when there is none. */
        public String code() {
            try {
                return type().startsWith("application/problem+json")
                        ? JSON.readTree(text()).path("code").asString("")
                        : "";
            } catch (JacksonException e) {
                return "";
            }
        }
    }

    /** All that is wrong; empty when nothing is. */
    public static List<String> on(Shot shot, Heard answer) {
        var faults = new ArrayList<String>();
        int status = answer.status();
        if (status >= 500 && !(status == 503 && COME_AGAIN.contains(answer.code()))) {
            faults.add("answered " + status + ": " + answer.text());
        }
        if ((status == 503 || status == 429) && answer.header("Retry-After").equals("none")) {
            faults.add(status + " without Retry-After");
        }
        if (answer.took().compareTo(PATIENCE) > 0) {
            faults.add("took " + answer.took());
        }
        harmless(shot, answer, faults);
        if (status >= 400 && !shot.method().equals("HEAD")) {
            refusal(shot, answer, faults);
        }
        return faults;
    }

    /** Whatever it holds, no browser runs it, and it tells nothing of the insides. */
    private static void harmless(Shot shot, Heard answer, List<String> faults) {
        var text = answer.text();
        if (!shot.operation().isDoor() && INSIDES.matcher(text).find()) {
            faults.add("shows its insides: " + text);
        }
        if (answer.body().length > 0
                && !answer.header("X-Content-Type-Options").equals("nosniff")) {
            faults.add(answer.status() + " may be sniffed: " + answer.type());
        }
        if (answer.type().startsWith("text/html")
                && (!shot.operation().isDoor() && !shot.operation().isOfIdentity()
                        || text.contains("<script>alert")
                        || text.contains("<b>"))) {
            faults.add("markup: " + text);
        }
    }

    private static void refusal(Shot shot, Heard answer, List<String> faults) {
        var text = answer.text();
        if (shot.operation().isDoor() && answer.type().startsWith("text/html")
                || shot.operation().isOfIdentity()
                        && !answer.type().startsWith("application/problem+json")) {
            return;
        }
        if (!answer.type().startsWith("application/problem+json")) {
            faults.add(answer.status() + " is " + answer.type() + ": " + text);
            return;
        }
        try {
            problem(shot, JSON.readTree(text), answer.status(), faults);
        } catch (JacksonException e) {
            faults.add("a problem that is no JSON: " + text);
        }
    }

    private static void problem(Shot shot, JsonNode problem, int status, List<String> faults) {
        for (var member : MEMBERS) {
            if (problem.path(member).asString("").isBlank()) {
                faults.add("a problem without " + member + ": " + problem);
            }
        }
        if (problem.path("status").asInt() != status) {
            faults.add("a problem that speaks of another status: " + problem);
        }
        if (GAP.matcher(problem.path("detail").asString("")).find()) {
            faults.add("a text with a gap: " + problem);
        }
        if (NAMING.contains(problem.path("code").asString(""))) {
            naming(shot, problem, faults);
        }
    }

    private static void naming(Shot shot, JsonNode problem, List<String> faults) {
        var pointers =
                problem.path("errors")
                        .valueStream()
                        .map(each -> each.path("pointer").asString(""))
                        .toList();
        if (pointers.isEmpty()) {
            faults.add("nothing is named: " + problem);
        }
        var named = shot.named();
        if (named != null
                && problem.path("code").asString().equals("malformed")
                && pointers.stream().noneMatch(each -> each.startsWith(named))) {
            faults.add("does not name " + named + ": " + problem);
        }
    }
}
