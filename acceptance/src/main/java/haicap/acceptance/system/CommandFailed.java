package haicap.acceptance.system;

/** A command of ./haicap ended with an error, or not in time. */
public final class CommandFailed extends RuntimeException {

    CommandFailed(String command, String outcome, String output) {
        super("./haicap %s %s:%n%s".formatted(command, outcome, output));
    }
}
