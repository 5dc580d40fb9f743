package haicap.reporting.facts;

import haicap.platform.events.Received;
import haicap.platform.inbox.EventFeed;
import haicap.platform.writes.Locks;
import haicap.reporting.feed.LivePicture;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Feeds on every service that keeps files. */
@Component
class FilesFeed implements EventFeed<Arrival> {

    private final ApplyArrivals apply;

    FilesFeed(ApplyArrivals apply) {
        this.apply = apply;
    }

    @Override
    public String name() {
        return Arrival.FEED;
    }

    @Override
    public Set<String> topics() {
        return Arrival.TOPICS;
    }

    @Override
    public Locks locks() {
        return LivePicture.FEED_LOCK;
    }

    @Override
    public Optional<Arrival> understand(Received event) {
        return Arrival.of(event);
    }

    @Override
    public void apply(List<Arrival> batch) {
        apply.apply(batch);
    }
}
