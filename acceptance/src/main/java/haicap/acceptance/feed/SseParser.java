package haicap.acceptance.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads an event stream by the rules of the HTML standard, 9.2.6. */
final class SseParser {

    /**
     * A block of a stream that a blank line ended.
     *
     * @param id the last id told so far, which the block may have set; null when there was none
     * @param comment whether it consisted of comments alone
     */
    record Block(@Nullable String id, String name, String data, boolean comment) {}

    private final BufferedReader in;
    private @Nullable String lastId;

    SseParser(BufferedReader in) {
        this.in = in;
    }

    /** The next block; nothing at the end of the stream. What is incomplete is dropped. */
    Optional<Block> next() throws IOException {
        var name = "message";
        var data = new ArrayList<String>();
        var id = lastId;
        var hasId = false;
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.isEmpty()) {
                lastId = id;
                var own = hasId ? id : null;
                return Optional.of(new Block(own, name, String.join("\n", data), data.isEmpty()));
            }
            var colon = line.indexOf(':');
            var field = colon < 0 ? line : line.substring(0, colon);
            var value = colon < 0 ? "" : line.substring(colon + 1);
            value = value.startsWith(" ") ? value.substring(1) : value;
            switch (field) {
                case "event" -> name = value;
                case "data" -> data.add(value);
                case "id" -> {
                    id = value;
                    hasId = true;
                }
                default -> {} // comments, retry and what is not known
            }
        }
        return Optional.empty();
    }
}
