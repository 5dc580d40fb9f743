package haicap.platform.bodies;

import haicap.platform.problems.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A body on its way in: digested in passing, in memory while it is small, on disk from then on,
 * refused when it is too large (413) or too slow (408). For one thread.
 */
final class Arriving implements AutoCloseable {

    private static final int PIECE = 16 * 1024;

    /** There are few places for large bodies: they are held for minutes, not for an hour. */
    private static final int LARGE = 16;

    private final BodySettings settings;
    private final BodyBudget budget;
    private final String caller;
    private final long limit;
    private final MessageDigest digest;
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private long inMemory;
    private @Nullable Path file;
    private @Nullable OutputStream onDisk;

    Arriving(
            BodySettings settings,
            BodyBudget budget,
            String caller,
            long limit,
            MessageDigest digest) {
        this.settings = settings;
        this.budget = budget;
        this.caller = caller;
        this.limit = limit;
        this.digest = digest;
    }

    /** Reads all of it. */
    void read(InputStream from, long announced) throws IOException {
        requireSize(announced);
        var piece = new byte[PIECE];
        long began = System.nanoTime();
        long size = 0;
        for (int some = from.read(piece); some >= 0; some = from.read(piece)) {
            size += some;
            requireSize(size);
            requirePace(size, System.nanoTime() - began);
            digest.update(piece, 0, some);
            keep(piece, some, size);
        }
    }

    private void requireSize(long size) {
        if (size > limit) {
            throw Refusal.of(413, "body-too-large", Map.of("limit", limit));
        }
    }

    private void requirePace(long size, long nanos) {
        double late = (nanos - settings.patience().toNanos()) / 1e9;
        long least = settings.leastPerSecond().toBytes() * (onDisk == null ? 1 : LARGE);
        if (late > 0 && size < late * least) {
            throw Refusal.of(408, "body-too-slow", Map.of("least", least));
        }
    }

    private void keep(byte[] piece, int some, long size) throws IOException {
        if (onDisk == null && size > settings.limit().toBytes()) {
            onDisk = moveToDisk();
        }
        if (onDisk != null) {
            onDisk.write(piece, 0, some);
        } else {
            budget.take(caller, some);
            inMemory += some;
            memory.write(piece, 0, some);
        }
    }

    private OutputStream moveToDisk() throws IOException {
        budget.takeLarge(caller);
        file = Files.createTempFile("haicap-body", null);
        var out = Files.newOutputStream(file);
        memory.writeTo(out);
        giveMemory();
        return out;
    }

    /** What has come, from its beginning. */
    InputStream open() throws IOException {
        if (file == null) {
            return new ByteArrayInputStream(memory.toByteArray());
        }
        if (onDisk != null) {
            onDisk.flush();
        }
        return Files.newInputStream(file);
    }

    private void giveMemory() {
        budget.give(caller, inMemory);
        inMemory = 0;
        memory = new ByteArrayOutputStream();
    }

    @Override
    public void close() throws IOException {
        giveMemory();
        if (file != null) {
            budget.giveLarge(caller);
            try (var ended = onDisk) {
                Files.deleteIfExists(file);
            }
        }
    }
}
