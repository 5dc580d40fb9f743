package haicap.acceptance.system;

import java.util.List;

/** A command ended with an error, or not in time. */
public final class CommandFailed extends RuntimeException {

    CommandFailed(List<String> line, String outcome, String output) {
        super("%s %s:%n%s".formatted(String.join(" ", line), outcome, output));
    }
}
