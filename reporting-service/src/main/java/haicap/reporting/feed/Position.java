package haicap.reporting.feed;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in the feed. To clients an opaque text, equal to the id of the server-sent event.
 *
 * @param epoch the incarnation of the database that gave the number
 * @param seq rises by one with each record; 0 is before the first
 */
public record Position(int epoch, long seq) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})-(\\d{1,18})");

    /** Reads the text form; empty when it is none. */
    static Optional<Position> read(String text) {
        var match = FORM.matcher(text);
        return match.matches()
                ? Optional.of(
                        new Position(
                                Integer.parseInt(match.group(1)), Long.parseLong(match.group(2))))
                : Optional.empty();
    }

    @JsonCreator
    static Position parse(String text) {
        return read(text).orElseThrow(() -> new IllegalArgumentException("no position: " + text));
    }

    @Override
    @JsonValue
    public String toString() {
        return epoch + "-" + seq;
    }
}
