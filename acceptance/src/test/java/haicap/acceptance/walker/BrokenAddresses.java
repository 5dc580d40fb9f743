package haicap.acceptance.walker;

import static haicap.acceptance.walker.Rubbish.brief;

/** Ids that are none, and parameters that nobody asked for. */
record BrokenAddresses(Operation operation, Whole whole, Shots shots) {

    void add() {
        if (operation.path().contains("{")) {
            paths();
        }
        queries();
    }

    private void paths() {
        for (var trick : Rubbish.PATHS) {
            var path = whole.filled(before -> trick);
            shots.add(Kind.PATH, whole.shot().to(path, "id " + brief(trick), null));
        }
    }

    private void queries() {
        var path = whole.shot().path();
        var sign = path.contains("?") ? "&" : "?";
        boolean alone = sign.equals("?"); // else another parameter may be named first
        for (var name : operation.queryNames()) {
            for (var value : Rubbish.QUERY) {
                var why = name + "=" + brief(value);
                var shot = whole.shot().to(asking(path, name, value), why, alone ? name : null);
                shots.add(Kind.QUERY, shot);
            }
            query(path + sign + name + "=a&" + name + "=b", name + " twice");
        }
        query(path + sign + "unheardOf=1", "an unknown parameter");
        query(path + sign + "=&&=%26", "an empty parameter");
        query(path + sign + "%00=1", "a NUL in a name");
        query(path + sign + "%3Cb%3E=%ff", "markup in a name");
        query(path + sign + "a=1&".repeat(1_000), "a thousand parameters");
    }

    private void query(String path, String why) {
        shots.add(Kind.QUERY, whole.shot().to(path, why, null));
    }

    /** The same path with another value of a parameter. */
    static String asking(String path, String name, String value) {
        var plain = path.replaceAll("(?<=[?&])" + name + "=[^&]*&?", "").replaceAll("[?&]$", "");
        return plain + (plain.contains("?") ? "&" : "?") + name + "=" + value;
    }
}
