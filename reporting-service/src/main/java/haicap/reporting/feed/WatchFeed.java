package haicap.reporting.feed;

import haicap.platform.access.Caller;
import haicap.platform.access.Callers;
import haicap.platform.problems.Refusal;
import haicap.platform.streams.Streams;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Lets a client watch from a position on, for as long as its token and its post last. */
@Component
class WatchFeed {

    private final Watching watching;
    private final Callers callers;
    private final Streams streams;
    private final FeedTable table;
    private final FeedBuffer buffer;
    private final long laggingAfter;

    WatchFeed(
            Watching watching,
            Callers callers,
            Streams streams,
            FeedTable table,
            FeedBuffer buffer,
            @Value("${haicap.feed.lagging-after}") long laggingAfter) {
        this.watching = watching;
        this.callers = callers;
        this.streams = streams;
        this.table = table;
        this.buffer = buffer;
        this.laggingAfter = laggingAfter;
    }

    /**
     * Opens a stream that lasts until the client leaves or may no longer watch.
     *
     * @param lastEventId beats {@code after}
     */
    void watch(
            Audience audience,
            Caller caller,
            @Nullable String lastEventId,
            @Nullable String after,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        watching.require(caller, audience);
        var stream =
                lastEventId != null
                        ? resumed(audience, "Last-Event-ID", lastEventId)
                        : after != null
                                ? resumed(audience, "after", after)
                                : FeedStream.live(table, buffer, audience, laggingAfter);
        streams.serve(request, response, stream, () -> mayGoOn(caller, audience));
    }

    private FeedStream resumed(Audience audience, String pointer, String text) {
        var position =
                Position.read(text)
                        .orElseThrow(
                                () -> Refusal.malformed(pointer, "position-unreadable", Map.of()));
        return FeedStream.after(position, table, buffer, audience, laggingAfter);
    }

    /** Tokens end by real time. */
    private boolean mayGoOn(Caller caller, Audience audience) {
        return Instant.now().isBefore(caller.tokenExpires())
                && watching.mayWatch(callers.again(caller), audience);
    }
}
