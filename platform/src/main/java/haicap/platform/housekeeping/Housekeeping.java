package haicap.platform.housekeeping;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/**
 * Works off what is due, however much has gathered: piece by piece, each piece a short transaction
 * of its own, with a rest as long as the piece took, so that half of the database is left to those
 * who work. A turn ends when nothing is due, when the thread is interrupted, or after half a
 * minute: the next one goes on where it ended.
 */
public final class Housekeeping {

    private static final long TURN_NANOS = Duration.ofSeconds(30).toNanos();

    private Housekeeping() {}

    /**
     * Works off what is due.
     *
     * @param piece removes some and says how many; none when nothing is due
     * @return how many were removed
     */
    public static long workOff(IntSupplier piece) {
        long began = System.nanoTime();
        long removed = 0;
        while (!Thread.currentThread().isInterrupted()) {
            long before = System.nanoTime();
            int some = piece.getAsInt();
            removed += some;
            long now = System.nanoTime();
            if (some == 0 || now - began > TURN_NANOS) {
                break;
            }
            LockSupport.parkNanos(now - before);
        }
        return removed;
    }
}
