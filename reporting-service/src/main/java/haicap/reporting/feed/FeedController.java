package haicap.reporting.feed;

import haicap.platform.access.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The live picture: a snapshot, then what follows it, for the city or for one unit. */
@RestController
@RequestMapping("/api/v1/feed")
class FeedController {

    private final Watching watching;
    private final TakeSnapshot snapshots;
    private final WatchFeed feed;

    FeedController(Watching watching, TakeSnapshot snapshots, WatchFeed feed) {
        this.watching = watching;
        this.snapshots = snapshots;
        this.feed = feed;
    }

    @GetMapping("/city")
    Snapshot city(Caller caller) {
        return snapshot(caller, Audience.CITY);
    }

    @GetMapping("/units/{id}")
    Snapshot unit(@PathVariable String id, Caller caller) {
        return snapshot(caller, new Audience(id));
    }

    private Snapshot snapshot(Caller caller, Audience audience) {
        watching.require(caller, audience);
        return snapshots.of(audience);
    }

    @GetMapping(path = "/city/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void cityStream(
            Caller caller,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        feed.watch(Audience.CITY, caller, lastEventId, after, request, response);
    }

    @GetMapping(path = "/units/{id}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void unitStream(
            @PathVariable String id,
            Caller caller,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        feed.watch(new Audience(id), caller, lastEventId, after, request, response);
    }
}
