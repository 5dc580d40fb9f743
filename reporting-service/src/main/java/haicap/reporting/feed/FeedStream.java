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
 *       newest figures of each unit up to {@code to}, then goes on. Resuming from {@code from}
 *       would replay what was left out.
 * </ol>
 */
final class FeedStream implements StreamSource {

    private static final int CHUNK = 512;

    private record Lagging(Position from, Position to) {}

    private final FeedTable table;
    private final Ring ring;
    private final Audience audience;
    private final long laggingAfter;
    private long place;
    private boolean lost;
    private boolean caughtUp;

    private FeedStream(
            FeedTable table, Ring ring, Audience audience, long laggingAfter, long place) {
        this.table = table;
        this.ring = ring;
        this.audience = audience;
        this.laggingAfter = laggingAfter;
        this.place = place;
    }

    /** From now on. */
    static FeedStream live(FeedTable table, Ring ring, Audience audience, long laggingAfter) {
        return new FeedStream(table, ring, audience, laggingAfter, ring.newest());
    }

    /** From the record after a position on. */
    static FeedStream after(
            Position position, FeedTable table, Ring ring, Audience audience, long laggingAfter) {
        var stream = new FeedStream(table, ring, audience, laggingAfter, position.seq());
        stream.lost =
                !position.equals(table.position(position.seq()))
                        || position.seq() > ring.newest() && position.seq() > table.newest();
        return stream;
    }

    @Override
    public List<StreamEvent> next(Duration atMost) throws InterruptedException {
        if (lost) {
            return List.of(reset());
        }
        long newest = ring.await(place, atMost);
        if (newest <= place) {
            caughtUp = true;
            return List.of();
        }
        return caughtUp && newest - place > laggingAfter ? skipTo(newest) : follow();
    }

    private List<StreamEvent> follow() {
        var records = ring.after(place, CHUNK);
        if (records.isEmpty()) {
            caughtUp = false;
            records = table.after(place, CHUNK);
        } else if (records.size() < CHUNK) {
            caughtUp = true;
        }
        if (records.isEmpty() || records.getFirst().position().seq() != place + 1) {
            return List.of(reset());
        }
        place = records.getLast().position().seq();
        return records.stream().filter(audience::hears).map(audience::event).toList();
    }

    private StreamEvent reset() {
        lost = false;
        place = ring.newest();
        return new StreamEvent(null, "reset", "{}");
    }

    private List<StreamEvent> skipTo(long to) {
        var lagging = new Lagging(table.position(place), table.position(to));
        var events = new ArrayList<StreamEvent>();
        events.add(new StreamEvent(null, "lagging", EventJson.write(lagging)));
        table.latestOfEachUnit(place, to).stream()
                .filter(audience::hears)
                .map(audience::event)
                .forEach(events::add);
        place = to;
        return events;
    }
}
