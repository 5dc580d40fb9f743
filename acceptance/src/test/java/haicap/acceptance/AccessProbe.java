package haicap.acceptance;

import haicap.acceptance.AccessTable.Cell;
import haicap.acceptance.AccessTable.Mark;
import haicap.acceptance.AccessThings.Thing;
import haicap.acceptance.client.Answer;
import haicap.acceptance.client.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Tries one cell: reads what is to be read, and gives orders that nobody can carry out. */
record AccessProbe(Cell cell, String part, Thing thing) {

    /** An order that reached the rules was let in. */
    private static final Set<Integer> COMPLAINTS = Set.of(400, 409, 422, 428);

    private static final Set<Integer> TRY_AGAIN = Set.of(429, 503);

    private static final String LATER = "2999-01-01T00:00:00Z";

    private static final Map<String, String> BODIES =
            Map.ofEntries(
                    Map.entry("crime-reports", report()),
                    Map.entry("obstacles", obstacle()),
                    Map.entry("campaigns", campaign()),
                    Map.entry("classification", decided("\"category\": \"SO\"")),
                    Map.entry("assignment", decided("\"postId\": \"duty\"")),
                    Map.entry("hand-over", decided("\"toUnitId\": \"pc02\"")),
                    Map.entry("extension", decided(null)),
                    Map.entry("institution", decided(null)),
                    Map.entry("non-institution", decided(null)),
                    Map.entry("completion", decided(null)),
                    Map.entry("triage", decided("\"departmentUnitId\": \"px05\"")),
                    Map.entry("answer", decided("\"answer\": \"Có\"")),
                    Map.entry("confirmation", decided("\"satisfied\": true")),
                    Map.entry("correction", decided("\"accepted\": true")),
                    Map.entry("corrections", "{\"entry\": \"1-99\", \"reason\": \"Có\"}"),
                    Map.entry(
                            "post-hand-overs",
                            decided("\"fromPostId\": \"none\", \"toPostId\": \"none\"")),
                    Map.entry("schedule", decided("\"teams\": []")),
                    Map.entry("conclusion", conclusion()),
                    Map.entry("reply", later("\"text\": \"Có\"")),
                    Map.entry("remedy", decided("\"text\": \"Có\"")),
                    Map.entry("verification", decided("\"accepted\": true")),
                    Map.entry("reopening", decided("\"dueOn\": \"2999-01-01\"")),
                    Map.entry("appointments", later("\"serviceNumber\": \"HN-0\"")),
                    Map.entry("ending", decided(null)),
                    Map.entry("function-transfers", transfer()),
                    Map.entry("signature", decided(null)),
                    Map.entry(
                            "receipt",
                            decided("\"positions\": 1, \"facilities\": 1, \"dataRecords\": 1")),
                    Map.entry(
                            "first-results",
                            decided("\"results\": \"Có\", \"difficulties\": \"Không\"")),
                    Map.entry("stabilisation", decided(null)),
                    Map.entry("authority-rules", rule()),
                    Map.entry("rule-ending", decided("\"validTo\": \"2025-01-01\"")),
                    Map.entry(
                            "investigator-assignments",
                            decided(
                                    """
                                    "serviceNumber": "HN-0", "unitId": "none",
                                    "from": "2025-01-01"\
                                    """)),
                    Map.entry("assignment-ending", decided("\"to\": \"2025-01-01\"")),
                    Map.entry("authority-dry-runs", "{\"action\": \"none\"}"),
                    Map.entry(
                            "documents",
                            """
                            {"number": "1", "dated": "2026-01-02", "title": "Có", "liesAt": "A1"}\
                            """),
                    Map.entry("withdrawal", "{\"reason\": \"Có\"}"),
                    Map.entry("links", decided("\"type\": \"CONCERNS\", \"recordId\": \"none\"")),
                    Map.entry(
                            "references",
                            """
                            {"system": "COURT", "number": "1", "dated": "2026-01-02"}\
                            """),
                    Map.entry("holds", "{\"subject\": \"none\", \"decisionNumber\": \"1/QĐ\"}"),
                    Map.entry("release", "{\"decisionNumber\": \"1/QĐ\"}"));

    /** The body of an order, if it has one in JSON. */
    static @Nullable String bodyOf(String operation) {
        return BODIES.get(name(operation));
    }

    private static String name(String address) {
        if (address.contains("/obstacles/") && address.endsWith("/reopening")) {
            return "extension"; // a decision and no more
        }
        if (address.endsWith("/ending") && !address.contains("/appointments/")) {
            return address.contains("/authority-rules/") ? "rule-ending" : "assignment-ending";
        }
        return address.contains("/corrections/")
                ? "correction"
                : address.substring(address.lastIndexOf('/') + 1);
    }

    Mark tried(Session session) {
        var path = path();
        if (path.endsWith("/stream")) {
            return stream(session, path);
        }
        var answer = patiently(session, path);
        return mark(answer, path);
    }

    private Mark mark(Answer answer, String path) {
        return switch (answer.status()) {
            case 401 -> Mark.WHO;
            case 403 -> Mark.FORBIDDEN;
            case 404 -> namesNothing() ? Mark.GRANTED : Mark.ABSENT;
            default -> letIn(answer, path);
        };
    }

    private Mark letIn(Answer answer, String path) {
        if (isOrder() && COMPLAINTS.contains(answer.status()) || answer.accepted() && !isList()) {
            return Mark.GRANTED;
        }
        if (!answer.accepted()) {
            throw new IllegalStateException(cell + " " + path + ": " + answer);
        }
        var listed =
                answer.json()
                        .path("items")
                        .valueStream()
                        .anyMatch(item -> item.path("id").asString().equals(thing.id()));
        return listed ? Mark.GRANTED : Mark.NOT_LISTED;
    }

    /** The gateway serves a caller so many times a second, and a machine may be busy. */
    private Answer patiently(Session session, String path) {
        return Awaitility.await(cell + " at " + path)
                .pollInSameThread()
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(300))
                .atMost(Duration.ofSeconds(60))
                .until(() -> send(session, path), answer -> !TRY_AGAIN.contains(answer.status()));
    }

    private Answer send(Session session, String path) {
        if (!isOrder()) {
            return session.get(path);
        }
        var body = path.contains("imports") ? "nonsense\n" : body(path);
        return order(session, path, body, key(session, path));
    }

    private static Answer order(Session session, String path, String body, String key) {
        return session.send(
                session.request(path)
                        .header(
                                "Content-Type",
                                path.contains("imports") ? "text/csv" : "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body)));
    }

    private static String body(String path) {
        var address = path.replaceFirst("\\?.*", "");
        return BODIES.getOrDefault(name(address), "");
    }

    /**
     * What would be done at once, whatever it says, comes under a key that something else bears
     * already: it is let in, but not begun.
     */
    private static String key(Session session, String path) {
        var key = UUID.randomUUID().toString();
        if (path.endsWith("/rebuild")) {
            order(session, path.replace("rebuild", "parked/0/retry"), "", key);
        } else if (path.endsWith("/holds")) {
            order(session, path + "/0/release", body("/release"), key);
        }
        return key;
    }

    private Mark stream(Session session, String path) {
        var response = session.open(path, null);
        try (var body = response.body()) {
            return switch (response.statusCode()) {
                case 200 -> Mark.GRANTED;
                case 401 -> Mark.WHO;
                case 403 -> Mark.FORBIDDEN;
                case 404 -> Mark.ABSENT;
                default -> throw new IllegalStateException(cell + ": " + response);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOrder() {
        return cell.operation().startsWith("POST ");
    }

    private String template() {
        return cell.operation().substring(cell.operation().indexOf(' ') + 1);
    }

    private boolean isList() {
        return !isOrder()
                && template()
                        .matches(
                                ".*/(crime-reports|obstacles|visits|findings|campaigns"
                                        + "|function-transfers)");
    }

    /** There is no parked message and no hold: whoever may deal with it is told so. */
    private boolean namesNothing() {
        return template().matches(".*/(parked|holds)/\\{id}.*");
    }

    private String path() {
        var path =
                template()
                        .replace("{id}", thing.id())
                        .replace("{part}", part)
                        .replace("{duty}", "reporter-notice")
                        .replace("{correctionId}", "none")
                        .replace("{documentId}", "none");
        if (isList()) {
            return path
                    + "?limit=500"
                    + (thing.unitId().isEmpty() ? "" : "&unitId=" + thing.unitId());
        }
        if (path.endsWith("/imports")) {
            return path + "?kind=none&dryRun=true";
        }
        if (path.endsWith("-imports")) {
            return path + "?dryRun=true";
        }
        if (path.endsWith("/authority")) {
            return path + "?action=none&title=DUTY_OFFICER";
        }
        return path.endsWith("/officers") ? path + "?serviceNumber=HN-100001" : path;
    }

    private static String decided(@Nullable String more) {
        return body(more, Clock.systemUTC().instant().toString());
    }

    private static String later(String more) {
        return body(more, LATER);
    }

    private static String body(@Nullable String more, String decidedAt) {
        return "{\"decisionNumber\": \"1/QĐ\", \"decidedAt\": \"%s\"%s}"
                .formatted(decidedAt, more == null ? "" : ", " + more);
    }

    private static String transfer() {
        return decided(
                """
                "functionId": "none", "fromAgency": "Sở", "toUnitId": "none",
                "effectiveOn": "2025-01-01", "legalBasis": "Có"\
                """);
    }

    private static String rule() {
        return decided(
                """
                "id": "NONE", "action": "none", "effect": "ALLOW", "validFrom": "2025-01-01",
                "article": "Có", "titleVi": "Có", "titleEn": "Yes"\
                """);
    }

    private static String report() {
        return """
        {"occurredOn": "2999-01-01", "receivedAt": "2999-01-01T00:00:00Z", "category": "SO",
        "channel": "PHONE", "summary": "Có"}\
        """;
    }

    private static String obstacle() {
        return """
        {"field": "GENERAL", "severity": "LOW", "description": "Có", "askedOf": "none"}\
        """;
    }

    private static String campaign() {
        return """
        {"decisionNumber": "1/KH", "title": "Có", "startsOn": "2026-01-02", "endsOn": "2026-01-01"}\
        """;
    }

    private static String conclusion() {
        return """
        {"decisionNumber": "1/KL", "concludedAt": "%s", "findings": []}\
        """
                .formatted(LATER);
    }
}
