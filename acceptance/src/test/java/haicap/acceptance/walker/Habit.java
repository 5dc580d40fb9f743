package haicap.acceptance.walker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * One line of the table of habits: what is sent where such a thing is taken, and what is answered.
 *
 * @param where query, header, field or stream
 * @param kind what it must be there, as the document says it
 * @param answer the status; or {@code fine}: the thing is not named as wrong, or not by this code;
 *     or {@code refused}: it depends on the operation why
 * @param code of the fault; empty where it does not matter
 */
public record Habit(String where, String kind, String sent, String answer, String code) {

    private static final String EVERY = "every";
    private static final String FINE = "fine";
    private static final String REFUSED = "refused";

    /** All lines. */
    public static List<Habit> all(Path table) throws IOException {
        try (var lines = Files.lines(table)) {
            return lines.filter(line -> !line.startsWith("#")).map(Habit::of).toList();
        }
    }

    private static Habit of(String line) {
        var said = line.split(" \\| ", -1);
        return new Habit(said[0], said[1], orNothing(said[2]), said[3], orNothing(said[4]));
    }

    /** Whether this is how such a thing is answered, with these faults named. */
    public boolean isAnsweredBy(Shot shot, int status, JsonNode faults) {
        var named =
                faults.valueStream()
                        .filter(each -> each.path("pointer").asString("").equals(shot.named()))
                        .map(each -> each.path("code").asString(""))
                        .toList();
        return switch (answer) {
            case FINE -> status < 500 && (code.isEmpty() ? named.isEmpty() : !named.contains(code));
            case REFUSED -> status / 100 == 4;
            default ->
                    answer.equals(String.valueOf(status))
                            && (code.isEmpty() || named.contains(code));
        };
    }

    private static String orNothing(String said) {
        return said.equals("-") ? "" : said;
    }

    /** What it comes to at an operation: nothing, where it takes no such thing. */
    public List<Shot> at(Operation operation, Function<String, String> ids) {
        var whole = new Whole(operation, ids);
        return switch (where) {
            case "query" -> queries(operation, whole);
            case "header" -> headers(operation, whole);
            case "field" -> fields(operation, whole);
            case "stream" ->
                    operation.streams() ? List.of(named(whole.shot(), kind, sent)) : List.of();
            default -> throw new IllegalArgumentException(where);
        };
    }

    private List<Shot> queries(Operation operation, Whole whole) {
        if (!sent.toLowerCase(Locale.ROOT).contains("{name}")) {
            return List.of(to(whole, sent, "unheardOf"));
        }
        return operation.parameters().stream()
                .filter(each -> each.path("in").asString().equals("query"))
                .map(Taken::parameter)
                .filter(taken -> kind.equals(EVERY) || taken.is(kind))
                .map(taken -> to(whole, taken.fill(sent), shown(taken.name())))
                .toList();
    }

    private String shown(String name) {
        return sent.contains("{NAME}") ? Taken.shouted(name) : name;
    }

    private Shot to(Whole whole, String query, String name) {
        var path = BrokenAddresses.asking(whole.shot().path(), name, "");
        var plain = path.replaceAll("[?&]" + name + "=$", "");
        return whole.shot().to(plain + (plain.contains("?") ? "&" : "?") + query, query, name);
    }

    private List<Shot> headers(Operation operation, Whole whole) {
        return operation.parameters().stream()
                        .anyMatch(each -> each.path("name").asString().equals(kind))
                ? List.of(named(whole.shot(), kind, sent))
                : List.of();
    }

    private static Shot named(Shot whole, String header, String sent) {
        var shot = whole.without(header);
        for (var value : sent.split("\\|", -1)) {
            shot = shot.with(header, value);
        }
        return shot.sending(shot.body(), header + ": " + sent, header);
    }

    private List<Shot> fields(Operation operation, Whole whole) {
        var shots = new ArrayList<Shot>();
        for (var taken : Taken.fields(operation)) {
            if (taken.is(kind)) {
                var body = taken.set(operation.example(), taken.fill(sent));
                shots.add(
                        whole.shot()
                                .without("If-Match")
                                .sending(
                                        Rubbish.bytes(body),
                                        taken.name() + " = " + sent,
                                        taken.name()));
            }
        }
        return shots;
    }
}
