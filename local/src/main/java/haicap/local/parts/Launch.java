package haicap.local.parts;

import java.util.List;
import java.util.Map;

/** A command line and the environment that it gets besides ours. */
public record Launch(List<String> command, Map<String, String> environment) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
