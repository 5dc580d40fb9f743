package haicap.acceptance.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The places that a listener was told, held against the rule of the city's stream: no gaps. */
public final class Positions {

    private Positions() {}

    /** The positions of what was told, in its order. */
    public static List<String> of(List<Told> told) {
        return told.stream().map(Told::position).filter(Objects::nonNull).toList();
    }

    /**
     * One sentence for each place that does not follow the one before by one. Clients may not look
     * into a position; this looks, because it is the server that is on trial. A raised incarnation
     * begins another epoch and counts on.
     */
    public static List<String> gaps(String start, List<String> positions) {
        var gaps = new ArrayList<String>();
        var before = start;
        for (var position : positions) {
            if (epoch(position) < epoch(before) || seq(position) != seq(before) + 1) {
                gaps.add(position + " after " + before);
            }
            before = position;
        }
        return gaps;
    }

    private static long epoch(String position) {
        return Long.parseLong(position.substring(0, position.indexOf('-')));
    }

    private static long seq(String position) {
        return Long.parseLong(position.substring(position.indexOf('-') + 1));
    }
}
