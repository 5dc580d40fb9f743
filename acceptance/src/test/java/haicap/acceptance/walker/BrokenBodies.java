package haicap.acceptance.walker;

import static haicap.acceptance.walker.Rubbish.brief;
import static haicap.acceptance.walker.Rubbish.bytes;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Bodies that are none, and each field with what it does not want. */
record BrokenBodies(Operation operation, Whole whole, Shots shots) {

    void add() {
        for (var body : Rubbish.BODIES) {
            var why = "body " + brief(new String(body, StandardCharsets.UTF_8));
            var shot = whole.shot().sending(body, why, null);
            shots.add(
                    Kind.BODY,
                    shot.header("Content-Type") == null
                            ? shot.with("Content-Type", Whole.JSON)
                            : shot);
        }
        if (operation.takesCsv()) {
            field("\"open", "an open quote", null);
            field(",".repeat(100_000), "many columns", null);
        }
        var example = operation.example();
        if (example != null) {
            fields(example);
        }
        var form = operation.form();
        if (form != null) {
            inForm(form);
        }
    }

    private void inForm(String form) {
        for (var name : operation.fields()) {
            for (var value : Rubbish.QUERY) {
                var body = BrokenAddresses.asking("?" + form, name, value).substring(1);
                field(body, name + "=" + brief(value), null);
            }
        }
    }

    private void fields(ObjectNode example) {
        field(example.toString(), "nothing", null);
        field(example.deepCopy().put("unheardOf", 1).toString(), "unknown field", "/unheardOf");
        var name = operation.fields().getFirst();
        var twice = "{\"" + name + "\": null, \"" + name + "\": null, ";
        field(example.toString().replaceFirst("\\{", twice), "a field twice", null);
        for (var field : operation.fields()) {
            var without = example.deepCopy();
            without.remove(field);
            field(without.toString(), "without " + field, "/" + field);
            values(example, field);
        }
    }

    private void values(ObjectNode example, String field) {
        var mark = "\"\\u0001here\\u0001\"";
        var marked = example.deepCopy().put(field, "\u0001here\u0001").toString();
        for (var value : Rubbish.VALUES) {
            field(marked.replace(mark, value), field + " = " + brief(value), "/" + field);
        }
    }

    private void field(String body, String why, @Nullable String named) {
        shots.add(Kind.FIELD, whole.shot().sending(bytes(body), why, named));
    }
}
