package haicap.reporting.feed;

import haicap.platform.events.EventJson;
import haicap.platform.streams.StreamEvent;
import haicap.platform.streams.StreamSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One client's way through the feed.
 *
 * <ol>
 *   <li>A client that resumes gets every record after its position: from the ring, else from the
 *       table. It is never hurried.
 *   <li>A position that is not known, or whose successor is no longer kept, gives {@code reset};
 *       the stream goes on from the newest record, and the client takes a snapshot.
 *   <li>A client that had caught up and then falls far behind is told {@code lagging}: it gets the
 *       changes of figures up to {@code to}, each without what a later one of that unit names, then
 *       goes on. Resuming from {@code from} would replay what was left out.
 * </ol>
 */
final class FeedStream implements StreamSource {

    private static final int CHUNK = 512;

    private record Lagging(Position from, Position to) {}

    private final FeedTable table;
    private final FeedBuffer buffer;
    private final Audience audience;
    private final long laggingAfter;
    private Position place;
    private boolean lost;
    private boolean caughtUp;

    private FeedStream(
            FeedTable table,
            FeedBuffer buffer,
            Audience audience,
            long laggingAfter,
            Position place) {
        this.table = table;
        this.buffer = buffer;
        this.audience = audience;
        this.laggingAfter = laggingAfter;
        this.place = place;
    }

    /** From now on. */
    static FeedStream live(
            FeedTable table, FeedBuffer buffer, Audience audience, long laggingAfter) {
        return new FeedStream(
                table, buffer, audience, laggingAfter, table.position(buffer.newest()));
    }

    /** From the record after a position on. */
    static FeedStream after(
            Position position,
            FeedTable table,
            FeedBuffer buffer,
            Audience audience,
            long laggingAfter) {
        var stream = new FeedStream(table, buffer, audience, laggingAfter, position);
        stream.lost = position.seq() > buffer.newest() && position.seq() > table.newest();
        return stream;
    }

    @Override
    public List<StreamEvent> next(Duration atMost) throws InterruptedException {
        if (lost || isOfAnotherEpoch()) {
            return List.of(reset());
        }
        long newest = buffer.await(place.seq(), atMost);
        if (newest <= place.seq()) {
            caughtUp = true;
            return List.of();
        }
        return caughtUp && newest - place.seq() > laggingAfter ? skipTo(newest) : follow();
    }

    /** The client's place is from before the database was restored, were it a moment ago. */
    private boolean isOfAnotherEpoch() {
        return !place.equals(table.position(place.seq()));
    }

    private List<StreamEvent> follow() {
        var records = buffer.after(place.seq(), CHUNK);
        if (records.isEmpty()) {
            caughtUp = false;
            records = table.after(place.seq(), CHUNK);
        } else if (records.size() < CHUNK) {
            caughtUp = true;
        }
        if (records.isEmpty() || records.getFirst().position().seq() != place.seq() + 1) {
            return List.of(reset());
        }
        place = records.getLast().position();
        return records.stream().filter(audience::hears).map(audience::event).toList();
    }

    private boolean isKept(long seq) {
        return table.after(seq - 1, 1).stream().anyMatch(each -> each.position().seq() == seq);
    }

    private StreamEvent reset() {
        lost = false;
        place = table.position(buffer.newest());
        return new StreamEvent(null, "reset", "{}");
    }

    private List<StreamEvent> skipTo(long newest) {
        if (!isKept(place.seq() + 1)) {
            return List.of(reset());
        }
        var to = table.position(newest);
        var events = new ArrayList<StreamEvent>();
        events.add(new StreamEvent(null, "lagging", EventJson.write(new Lagging(place, to))));
        table.newestFigures(place.seq(), newest).stream()
                .filter(audience::hears)
                .map(audience::event)
                .forEach(events::add);
        place = to;
        return events;
    }
}
