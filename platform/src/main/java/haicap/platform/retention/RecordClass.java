package haicap.platform.retention;

import java.time.Duration;

/**
 * A class of record whose time ends, as the service that keeps it knows it. Both methods leave out
 * what a legal hold names, and run in a transaction of their own.
 */
public interface RecordClass extends Retained {

    /** Its name in {@code seeds/retention.csv}. */
    String name();

    /** How many records are older than that, held ones not counted. */
    long due(Duration age);

    /** Disposes of some that are older than that; gives how many. */
    int dispose(Duration age, int atMost);

    @Override
    default RecordClass retained() {
        return this;
    }
}
