package haicap.acceptance.system;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/** The newest file of one partition's log on the disk of a broker that is down. */
public final class TopicLog {

    private static final int HEADER = 12;
    private static final int ATTRIBUTES = 21;
    private static final int CONTROL = 0x20;

    private final Path file;

    TopicLog(Path folder) {
        try (var files = Files.list(folder)) {
            this.file =
                    files.filter(each -> each.toString().endsWith(".log"))
                            .max(Path::compareTo)
                            .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cuts off that many batches of records from its end, with all that follows the first. */
    public void loseTail(int batches) {
        try (var log = new RandomAccessFile(file.toFile(), "rw")) {
            var starts = new ArrayList<Long>();
            long at = 0;
            while (at + HEADER < log.length()) {
                log.seek(at + 8);
                int length = log.readInt();
                log.seek(at + ATTRIBUTES);
                if (length > 0 && (log.readShort() & CONTROL) == 0) {
                    starts.add(at);
                }
                at = length > 0 ? at + HEADER + length : log.length();
            }
            log.setLength(starts.get(starts.size() - batches));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
