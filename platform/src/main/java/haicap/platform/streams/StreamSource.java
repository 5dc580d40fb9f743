package haicap.platform.streams;

import java.time.Duration;
import java.util.List;

/**
 * Where one client's stream comes from. Each client has a source of its own, which keeps its place.
 */
public interface StreamSource {

    /**
     * What follows, in order; empty when nothing came in time.
     *
     * @throws InterruptedException when the service stops
     */
    List<StreamEvent> next(Duration atMost) throws InterruptedException;
}
