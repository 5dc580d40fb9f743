package haicap.local.command;

import haicap.local.parts.Instance;
import haicap.local.system.LocalSystem;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** What a command is told by its environment, and where it answers. */
record Console(Map<String, String> environment, PrintWriter out) {

    LocalSystem system() {
        return LocalSystem.of(environment);
    }

    static List<Instance> instances(List<String> labels) {
        return labels.stream().map(Instance::named).toList();
    }
}
