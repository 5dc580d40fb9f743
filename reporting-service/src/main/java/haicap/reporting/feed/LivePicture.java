package haicap.reporting.feed;

import haicap.platform.outbox.RelaySignal;
import haicap.platform.trace.Hop;
import haicap.platform.trace.Hop.Operation;
import haicap.platform.trace.Tracing;
import haicap.platform.writes.AfterCommit;
import haicap.platform.writes.Locks;
import haicap.reporting.feed.Changes.Caused;
import haicap.reporting.feed.PictureTables.UnitRow;
import haicap.reporting.figures.Figures;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The figures of all units and the feed that tells every change of them.
 *
 * <ol>
 *   <li>Whoever changes a figure holds the {@link #FEED_LOCK} from before its first write to its
 *       commit. So the order of the feed is the order of commits.
 *   <li>Under it, each record gets the next number from one counter row: no gaps.
 *   <li>A {@code unit} record carries those of the unit's figures that changed and the city's sums
 *       of the same as of this very record; when one commit changes several units, the sums run
 *       along from record to record.
 *   <li>Counter, figures and records are one commit, and a snapshot is figures plus counter in one
 *       reading.
 *   <li>After the commit the records go to this process's ring at once, and the relay sends them
 *       from their table to the topic, from which every replica's ring is fed.
 * </ol>
 */
@Component
public class LivePicture {

    private static final String LOCK = "feed";

    /** What a transaction takes, first, that will change a figure. */
    public static final Locks FEED_LOCK = Locks.on("feed:city").measuredAs(LOCK);

    private final PictureTables tables;
    private final FeedTable feed;
    private final FeedBuffer buffer;
    private final RelaySignal relay;
    private final Alerts alerts;
    private final Tracing tracing;

    LivePicture(
            PictureTables tables,
            FeedTable feed,
            FeedBuffer buffer,
            RelaySignal relay,
            Alerts alerts,
            Tracing tracing,
            MeterRegistry meters) {
        this.tables = tables;
        this.feed = feed;
        this.buffer = buffer;
        this.relay = relay;
        this.alerts = alerts;
        this.tracing = tracing;
        Locks.held(LOCK, meters);
    }

    /** The picture now, with the figures of these units; call it under the lock. */
    public PictureState open(Set<String> units) {
        return tables.open(units);
    }

    /** The picture with the figures of every unit that ever had any, as of one commit. */
    public PictureState whole() {
        var whole = tables.whole();
        var units = new HashMap<String, Figures>();
        whole.units().forEach((unit, row) -> units.put(unit, row.figures()));
        return new PictureState(whole.seq(), whole.clockAt(), whole.city(), units);
    }

    /**
     * Applies and tells the changes, and alerts to units that have something late from now on.
     *
     * @param before as opened in this transaction, with every unit that changes
     * @param clockAt the instant as of which the figures are afterwards
     */
    public void change(PictureState before, Changes changes, Instant clockAt) {
        for (var difference : changes.differences().entrySet()) {
            var unit = difference.getKey();
            var heardAt = changes.heard().get(unit);
            alerts.firstLate(unit, before.of(unit), difference.getValue(), heardAt, clockAt)
                    .ifPresent(changes::alert);
        }
        correct(before, changes, clockAt);
    }

    /** Applies and tells the changes; they are corrections, so nobody is alerted. */
    public void correct(PictureState before, Changes changes, Instant clockAt) {
        var units = new LinkedHashMap<String, UnitRow>();
        changes.heard().forEach((unit, at) -> units.put(unit, new UnitRow(before.of(unit), at)));
        var records = new ArrayList<Caused<FeedRecord>>();
        var city = before.city();
        for (var difference : changes.differences().entrySet()) {
            var unit = difference.getKey();
            var figures = before.of(unit).plus(difference.getValue());
            city = city.plus(difference.getValue());
            units.put(unit, new UnitRow(figures, changes.heard().get(unit)));
            var record =
                    FeedRecord.unit(
                            next(before, records), unit, difference.getValue(), figures, city);
            records.add(new Caused<>(record, changes.causeOf(unit)));
        }
        for (var activity : changes.activities()) {
            var record = FeedRecord.activity(next(before, records), activity.what());
            records.add(new Caused<>(record, activity.cause()));
        }
        for (var alert : changes.alerts()) {
            var record = FeedRecord.alert(next(before, records), alert.what());
            records.add(new Caused<>(record, alert.cause()));
        }
        tables.save(feed.position(before.seq() + records.size()), clockAt, city, units, records);
        if (!records.isEmpty()) {
            AfterCommit.run(() -> tell(records));
            relay.wakeAfterCommit();
        }
    }

    private void tell(List<Caused<FeedRecord>> records) {
        tracing.during(
                () -> records.stream().map(LivePicture::hop),
                () -> buffer.offer(records.stream().map(Caused::what).toList()));
    }

    private static Hop hop(Caused<FeedRecord> told) {
        return new Hop(
                Operation.STREAM,
                FeedTopic.NAME,
                told.what().position().toString(),
                told.cause().traceparent());
    }

    private Position next(PictureState before, List<Caused<FeedRecord>> records) {
        return feed.position(before.seq() + records.size() + 1);
    }

    /** Notes what somebody should look at because the clock went on, or because it is new. */
    public void alertDuring(Instant from, Instant to, Changes changes) {
        alerts.during(from, to).forEach(changes::alert);
    }

    /** Nothing changes but the instant as of which the figures are: no line was crossed. */
    public void move(Instant clockAt) {
        tables.saveClock(clockAt);
    }
}
