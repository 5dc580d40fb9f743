package haicap.acceptance.drills;

import haicap.acceptance.feed.Heard;
import haicap.acceptance.feed.Positions;
import haicap.acceptance.feed.Told;
import haicap.acceptance.feed.Topic;
import haicap.acceptance.feed.VersionOrder;
import haicap.acceptance.load.Ledger;
import haicap.acceptance.load.Ledger.Accepted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The books of a city at work, held against what was told to one listener of the city's stream and
 * what lies in the topics.
 *
 * @param accepted how many writes were answered with success
 * @param lost accepted writes that were not told, or are in no topic
 * @param toldTwice what was told more than once
 * @param gaps positions of the stream that do not follow the one before
 * @param outOfOrder versions that do not follow the one before
 * @param resent how many records lie more than once in the topics, which is allowed
 */
public record Reckoning(
        long accepted,
        List<String> lost,
        List<String> toldTwice,
        List<String> gaps,
        List<String> outOfOrder,
        long resent) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Waits until everything accepted was told, in vain if need be, and balances the books. */
    public static Reckoning of(Ledger ledger, String start, Heard heard, Topic topics) {
        var due = ledger.accepted().stream().map(Accepted::telling).collect(Collectors.toSet());
        awaitAll(due, heard, topics);
        var told = heard.all();
        var order = VersionOrder.of(topics.all());
        return new Reckoning(
                ledger.writes(),
                missing(due, heard, topics),
                twice(told),
                Positions.gaps(start, Positions.of(told)),
                order.broken(),
                order.resent());
    }

    /** Whether nothing at all is wrong. */
    public boolean balanced() {
        return lost.isEmpty() && toldTwice.isEmpty() && gaps.isEmpty() && outOfOrder.isEmpty();
    }

    private static void awaitAll(Set<String> due, Heard heard, Topic topics) {
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> missing(due, heard, topics).isEmpty());
        } catch (ConditionTimeoutException e) {
            // what is missing is reported as lost
        }
    }

    private static List<String> missing(Set<String> due, Heard heard, Topic topics) {
        var told = new HashSet<>(tellings(heard.all()));
        var written = topics.all().stream().map(record -> record.key()).collect(Collectors.toSet());
        return due.stream()
                .filter(telling ->
                        !told.contains(telling)
                                || !written.contains(telling.substring(telling.indexOf(' ') + 1)))
                .sorted()
                .toList();
    }

    private static List<String> twice(List<Told> told) {
        var seen = new HashSet<String>();
        var twice = new ArrayList<String>();
        for (var telling : tellings(told)) {
            if (!seen.add(telling)) {
                twice.add(telling);
            }
        }
        return twice;
    }

    private static List<String> tellings(List<Told> told) {
        return told.stream()
                .filter(Told::isActivity)
                .map(Told::json)
                .map(data -> data.path("type").asString() + " " + data.path("subject").asString())
                .toList();
    }
}
