package haicap.acceptance.walker;

import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * The request that would do, before it is broken; each time under a key of its own.
 *
 * @param ids a thing's id by the path before it
 */
record Whole(Operation operation, Function<String, String> ids) {

    static final String JSON = "application/json";

    Shot shot() {
        var body = operation.example();
        var form = operation.form();
        var shot =
                Shot.at(
                        operation,
                        filled(ids),
                        body == null ? null : Rubbish.bytes(body.toString()));
        if (operation.takesCsv()) {
            shot =
                    shot.sending(Rubbish.bytes("no,columns\n1,2\n"), "columns", null)
                            .with("Content-Type", "text/csv");
        } else if (form != null) {
            shot =
                    shot.sending(Rubbish.bytes(form), "nothing", null)
                            .with("Content-Type", "application/x-www-form-urlencoded");
        } else if (body != null) {
            shot = shot.with("Content-Type", JSON);
        }
        if (operation.writes()) {
            shot = shot.with("Idempotency-Key", UUID.randomUUID().toString());
        }
        return operation.asksForVersion() ? shot.with("If-Match", Shot.CURRENT) : shot;
    }

    /** The path with something in place of each of its variables, and the query that it needs. */
    String filled(Function<String, String> with) {
        var path = new StringBuilder();
        for (var step : operation.path().substring(1).split("/")) {
            var before = path.toString();
            path.append('/').append(step.startsWith("{") ? with.apply(before) : step);
        }
        var required =
                operation.parameters().stream()
                        .filter(each -> each.path("in").asString().equals("query"))
                        .filter(each -> each.path("required").asBoolean(false))
                        .map(each -> each.path("name").asString() + "=" + value(each))
                        .toList();
        return path + (required.isEmpty() ? "" : "?" + String.join("&", required));
    }

    private static String value(JsonNode parameter) {
        var known = parameter.at("/schema/enum");
        return known.isArray() ? known.get(0).asString() : "none";
    }
}
