package haicap.acceptance.siege;

import haicap.acceptance.system.Parts;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Attacks by single requests. */
final class Requests {

    private static final String SECRET = "siege-canary-0123456789";
    private static final int LOG_OF_ONE = 1_000;

    private Requests() {}

    static List<String> oddAddresses(Ground ground) {
        var wrong = new ArrayList<String>();
        var token = "Authorization: Bearer %s\r\n".formatted(ground.officer().token());
        for (var i = 0; i < ground.of(60); i++) {
            for (var odd : List.of("[", "]", "\u00e9", "%zz", "q==[")) {
                for (var path : List.of("/oauth2/token", "/api/v1/crime-reports", "/login")) {
                    var line = "GET %s?a=%s HTTP/1.1\r\nHost: x\r\n".formatted(path, odd);
                    try (var wire = ground.wire()) {
                        var status = wire.say(line + token + "\r\n").status();
                        if (status / 100 != 4) {
                            wrong.add("%s?a=%s: %d".formatted(path, odd, status));
                        }
                    }
                }
            }
        }
        return wrong;
    }

    static List<String> longQueries(Ground ground) {
        var wrong = new ArrayList<String>();
        var officer = ground.officer();
        for (var i = 0; i < ground.of(30); i++) {
            for (var length : new int[] {3_900, 7_900}) {
                var query = "/api/v1/units?limit=1&q=" + "x".repeat(length);
                var status = officer.get(query).status();
                if (status >= 500) {
                    wrong.add("a query of %d: %d".formatted(length, status));
                }
            }
        }
        return wrong;
    }

    static List<String> whatIsNotThere(Ground ground) {
        var wrong = new ArrayList<String>();
        var nobody = ground.api().asNobody();
        for (var i = 0; i < ground.of(8_000); i++) {
            var answer = nobody.get("/.well-known/x" + i);
            if (answer.status() >= 500 || answer.header("Set-Cookie").isPresent()) {
                wrong.add(answer + " " + answer.header("Set-Cookie"));
            }
        }
        return wrong;
    }

    static List<String> headsOfStreams(Ground ground) {
        var wrong = new ArrayList<String>();
        var wall = ground.api().as("wall");
        for (var i = 0; i < ground.of(50); i++) {
            var head = wall.request("/api/v1/feed/city/stream");
            var status = wall.send(head.method("HEAD", BodyPublishers.noBody())).status();
            var after = wall.get("/api/v1/feed/city").status();
            if (status != 200 || after != 200) {
                wrong.add("HEAD of the stream: %d, GET after it: %d".formatted(status, after));
            }
        }
        return wrong;
    }

    /** Nothing of them stands in a log, and the logs grow little. */
    static List<String> brokenHeaders(Ground ground) throws IOException {
        var before = logs(ground).length();
        var heads =
                List.of(
                        "Cookie: a=b; Bearer %s,\u00e9=[\r\n",
                        "Accept-Language: %s;q=\u00e9\r\n",
                        "Accept: %s\u00e9\r\n",
                        "Content-Type: %s\u00e9\r\n",
                        "If-None-Match: %s\u00e9\r\n",
                        "X-Forwarded-For: %s\r\n",
                        "Origin: ht tp://[%s\r\n");
        var token = "Authorization: Bearer %s\r\n".formatted(ground.officer().token());
        var sent = 0;
        for (var path : List.of("/api/v1/units", "/login", "/oauth2/authorize", "/", "/nowhere")) {
            for (var head : heads) {
                try (var wire = ground.wire()) {
                    wire.say("GET %s HTTP/1.1\r\nHost: x\r\n".formatted(path) + token);
                    wire.say(head.formatted(SECRET.repeat(40)) + "\r\n").status();
                    sent++;
                }
            }
        }
        var wrong = new ArrayList<String>();
        var after = logs(ground);
        if (after.contains(SECRET)) {
            wrong.add("a header's value stands in a log");
        }
        if (after.length() - before > sent * LOG_OF_ONE) {
            wrong.add("the logs grew by %d".formatted(after.length() - before));
        }
        return wrong;
    }

    private static String logs(Ground ground) throws IOException {
        var all = new StringBuilder();
        for (var instance : ground.system().instances()) {
            var log = ground.system().log(instance);
            if (!instance.equals(Parts.KAFKA) && Files.exists(log)) {
                all.append(Files.readString(log, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    static List<String> operatorsFigures(Ground ground) {
        var wrong = new ArrayList<String>();
        for (var path : List.of("/actuator/prometheus", "/actuator/health", "/actuator")) {
            var status = ground.api().asNobody().get(path).status();
            if (status != 404 && status != 429) {
                wrong.add(path + ": " + status);
            }
        }
        return wrong;
    }
}
