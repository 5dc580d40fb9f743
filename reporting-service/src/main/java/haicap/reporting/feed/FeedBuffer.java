package haicap.reporting.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The newest records of the feed in memory, without gaps. Records come from the commits of this
 * process, from the topic and from the table, in any order and more than once: each is taken at its
 * number, what comes early waits for what is missing, what is known is dropped. Safe for all
 * threads.
 */
@Component
class FeedBuffer {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final FeedRecord[] records;
    private final TreeMap<Long, FeedRecord> early = new TreeMap<>();
    private long oldest = 1;
    private long newest;

    FeedBuffer(@Value("${haicap.feed.ring}") int capacity) {
        this.records = new FeedRecord[capacity];
    }

    /** Empties the ring; the next record is the one after this number. */
    void startAfter(long seq) {
        lock.lock();
        try {
            newest = seq;
            oldest = seq + 1;
            early.headMap(seq, true).clear();
            takeEarly();
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes these records; false when one before them is still missing. */
    boolean offer(List<FeedRecord> told) {
        lock.lock();
        try {
            long before = newest;
            told.forEach(this::take);
            takeEarly();
            if (newest > before) {
                grown.signalAll();
            }
            return early.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private void take(FeedRecord record) {
        long seq = record.position().seq();
        if (seq == newest + 1) {
            append(record);
        } else if (seq > newest && early.size() < records.length) {
            early.put(seq, record);
        }
    }

    private void takeEarly() {
        while (!early.isEmpty() && early.firstKey() <= newest + 1) {
            var first = early.pollFirstEntry().getValue();
            if (first.position().seq() == newest + 1) {
                append(first);
            }
        }
    }

    private void append(FeedRecord record) {
        newest++;
        records[slot(newest)] = record;
        oldest = Math.max(oldest, newest - records.length + 1);
    }

    private int slot(long seq) {
        return (int) (seq % records.length);
    }

    long newest() {
        lock.lock();
        try {
            return newest;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is a record beyond this number; returns the newest number. */
    long await(long seq, Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = atMost.toNanos();
            while (newest <= seq && nanos > 0) {
                nanos = grown.awaitNanos(nanos);
            }
            return newest;
        } finally {
            lock.unlock();
        }
    }

    /** What follows a number, in order; empty when the ring no longer reaches back to it. */
    List<FeedRecord> after(long seq, int atMost) {
        lock.lock();
        try {
            if (seq + 1 < oldest) {
                return List.of();
            }
            var following = new ArrayList<FeedRecord>();
            for (long at = seq + 1; at <= newest && following.size() < atMost; at++) {
                following.add(records[slot(at)]);
            }
            return following;
        } finally {
            lock.unlock();
        }
    }
}
