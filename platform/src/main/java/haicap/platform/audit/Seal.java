package haicap.platform.audit;

import haicap.platform.audit.AuditRow.Place;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One link of the chain: SHA-256 over the link before, its number, and the id and digest of each
 * row that it covers.
 *
 * @param to place of its last row; the rows begin behind the last one of the seal before
 * @param disposedAt when its rows were given up; the link itself stays
 */
record Seal(
        long number,
        Place to,
        long[] ids,
        byte[] digests,
        Instant lastAt,
        byte[] hash,
        @Nullable Instant disposedAt) {

    static final int DIGEST_BYTES = 32;

    /** What the first link is chained to. */
    static final Seal NONE =
            new Seal(
                    0,
                    Place.BEGINNING,
                    new long[0],
                    new byte[0],
                    Instant.EPOCH,
                    new byte[DIGEST_BYTES],
                    null);

    /** The next link, over these rows. */
    Seal next(List<AuditRow> rows) {
        var last = rows.getLast();
        var ids = rows.stream().mapToLong(AuditRow::id).toArray();
        var all = ByteBuffer.allocate(rows.size() * DIGEST_BYTES);
        rows.forEach(row -> all.put(row.digest()));
        var digests = all.array();
        var lastAt = rows.stream().map(AuditRow::recorded).max(Instant::compareTo).orElseThrow();
        var link = link(hash, number + 1, lastAt, ids, digests);
        return new Seal(number + 1, last.place(), ids, digests, lastAt, link, null);
    }

    /** Whether it is what it was when it was put behind this one. */
    boolean isBehind(Seal before) {
        return digests.length == ids.length * DIGEST_BYTES
                && Arrays.equals(hash, link(before.hash, number, lastAt, ids, digests));
    }

    /** Whether its rows were given up before their time. */
    boolean isDisposedEarly(Duration kept) {
        return disposedAt != null && disposedAt.isBefore(lastAt.plus(kept));
    }

    private static byte[] link(
            byte[] previous, long number, Instant lastAt, long[] ids, byte[] digests) {
        int length = previous.length + (ids.length + 2) * Long.BYTES + digests.length;
        var text = ByteBuffer.allocate(length).put(previous);
        text.putLong(number).putLong(lastAt.toEpochMilli());
        for (var id : ids) {
            text.putLong(id);
        }
        return sha256(text.put(digests).array());
    }

    /** The digest of the row at this place in the seal. */
    byte[] digest(int place) {
        return Arrays.copyOfRange(digests, place * DIGEST_BYTES, (place + 1) * DIGEST_BYTES);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
