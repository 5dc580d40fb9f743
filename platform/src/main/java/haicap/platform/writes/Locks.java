package haicap.platform.writes;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction locks before it touches any row: named aggregates, each exclusively, beside
 * all other writers of the service; or the whole service. Advisory locks take no transaction id, so
 * the id comes after every earlier holder's and the outbox keeps each aggregate in version order.
 *
 * <p>However many are asked for - a request may name thousands - a transaction holds few: the
 * server keeps all locks of all its databases in one table of some thousands, and who fills it
 * stops everybody. Beyond {@value #MOST} aggregates the whole service is locked instead.
 */
public final class Locks {

    /** Of one transaction. */
    static final int MOST = 64;

    private final boolean whole;
    private final TreeSet<Long> keys;
    private final @Nullable String measuredAs;

    private Locks(boolean whole, TreeSet<Long> keys) {
        this(whole, keys, null);
    }

    private Locks(boolean whole, TreeSet<Long> keys, @Nullable String measuredAs) {
        this.whole = whole;
        this.keys = keys;
        this.measuredAs = measuredAs;
    }

    /** Exactly these aggregates. */
    public static Locks on(String... aggregateIds) {
        return on(List.of(aggregateIds));
    }

    /** Exactly these aggregates. */
    public static Locks on(Collection<String> aggregateIds) {
        var keys = new TreeSet<Long>();
        for (var id : aggregateIds) {
            keys.add(keyOf(id));
        }
        return new Locks(false, keys);
    }

    /** No aggregate, only beside other writers: for what announces nothing. */
    public static Locks none() {
        return new Locks(false, new TreeSet<>());
    }

    /** The whole service, against all other writers: for big batches, at most a second each. */
    public static Locks whole() {
        return new Locks(true, new TreeSet<>());
    }

    /** These and those. */
    public Locks and(Locks other) {
        var all = new TreeSet<>(keys);
        all.addAll(other.keys);
        return new Locks(whole || other.whole, all);
    }

    /** The same; for how long they are held is told by the metric {@code haicap_lock_held}. */
    public Locks measuredAs(String name) {
        return new Locks(whole, keys, name);
    }

    /** What tells for how long locks of that name are held. */
    public static Timer held(String name, MeterRegistry meters) {
        return Timer.builder("haicap.lock.held")
                .description("for how long the lock was held, from when it was had to the commit")
                .tag("lock", name)
                .register(meters);
    }

    @Nullable String measuredAs() {
        return measuredAs;
    }

    boolean isWhole() {
        return whole || keys.size() > MOST;
    }

    /** Ascending, so that two writers never wait for each other; none beside the coarse lock. */
    Long[] keys() {
        return isWhole() ? new Long[0] : keys.toArray(Long[]::new);
    }

    static long keyOf(String name) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(name.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
