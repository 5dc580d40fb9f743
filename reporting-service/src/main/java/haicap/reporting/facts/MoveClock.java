package haicap.reporting.facts;

import haicap.platform.orgcopy.Organisation;
import haicap.platform.time.Hanoi;
import haicap.platform.time.Moments;
import haicap.platform.writes.AfterCommit;
import haicap.platform.writes.Writes;
import haicap.reporting.feed.Changes;
import haicap.reporting.feed.LivePicture;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Moves the instant as of which the figures are to now, forward or back, in one commit: origins
 * whose custodian became another change sides with their sums, then exactly the spans change what
 * they contribute that hold one of both instants and not the other. A step back of less than a
 * minute is waited out. For one thread.
 */
@Component
class MoveClock {

    private static final Duration WAITED_OUT = Duration.ofMinutes(1);

    /** Facts of which one transaction notes when they count otherwise next. */
    private static final int STEP = 2_000;

    /**
     * As of when heirs were last asked for: they are the same on a day and by a generation of the
     * organisation. The minute is for an origin that another replica met when its copy was older.
     */
    private record Asked(LocalDate day, long generation, long minute) {}

    private final Writes writes;
    private final Facts facts;
    private final OriginSums sums;
    private final CustodyTable custody;
    private final LivePicture picture;
    private final Custodians custodians;
    private final Organisation organisation;
    private final Clock clock;
    private @Nullable Asked asked;

    MoveClock(
            Writes writes,
            Facts facts,
            OriginSums sums,
            CustodyTable custody,
            LivePicture picture,
            Custodians custodians,
            Organisation organisation,
            Clock clock) {
        this.writes = writes;
        this.facts = facts;
        this.sums = sums;
        this.custody = custody;
        this.picture = picture;
        this.custodians = custodians;
        this.organisation = organisation;
        this.clock = clock;
    }

    /**
     * Moves it to now, as read under the lock: a holder that had been paused moves nothing back.
     *
     * @return the instant as of which the figures are afterwards
     */
    Instant toNow() {
        var clockAt = writes.run(LivePicture.FEED_LOCK, this::move);
        while (settled() >= STEP) {
            // each in a transaction of its own, so that the lock is held for moments
        }
        return clockAt;
    }

    /** As of the picture's instant, which another holder may have moved since. */
    private int settled() {
        return writes.run(
                LivePicture.FEED_LOCK, () -> facts.settle(picture.open(Set.of()).clockAt(), STEP));
    }

    private Instant move() {
        var from = picture.open(Set.of()).clockAt();
        var now = Moments.now(clock);
        if (now.isBefore(from) && now.isAfter(from.minus(WAITED_OUT))) {
            return from;
        }
        var changes = new Changes();
        var tally = new Tally(changes);
        changeSides(now, changes);
        facts.crossed(
                from,
                now,
                crossing ->
                        tally.count(
                                crossing.origin(),
                                crossing.custodian(),
                                crossing.unit(),
                                crossing.figure(),
                                crossing.more()));
        sums.add(tally.sums());
        picture.alertDuring(from, now, changes);
        if (changes.isEmpty()) {
            picture.move(now);
        } else {
            picture.change(picture.open(changes.units()), changes, now);
        }
        return now;
    }

    private void changeSides(Instant now, Changes changes) {
        var asking =
                new Asked(
                        Hanoi.dayOf(now),
                        organisation.generation(),
                        TimeUnit.NANOSECONDS.toMinutes(System.nanoTime()));
        if (asking.equals(asked)) {
            return;
        }
        var before = custody.all();
        var moved = new HashMap<Origin, String>();
        before.forEach((origin, custodian) -> {
            var heir = custodians.of(origin, asking.day());
            if (!heir.equals(custodian)) {
                moved.put(origin, heir);
            }
        });
        if (!moved.isEmpty()) {
            handOver(before, moved, changes);
            custody.save(moved);
        }
        AfterCommit.run(() -> asked = asking);
    }

    private void handOver(Map<Origin, String> before, Map<Origin, String> heirs, Changes changes) {
        sums.of(heirs.keySet())
                .forEach((sum, files) -> {
                    var giver = Objects.requireNonNull(before.get(sum.origin()));
                    var heir = Objects.requireNonNull(heirs.get(sum.origin()));
                    changes.count(giver, sum.figure(), -files);
                    changes.count(heir, sum.figure(), files);
                });
    }
}
