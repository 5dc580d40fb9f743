package haicap.reporting.facts;

import haicap.platform.events.InboundEvent;
import haicap.platform.inbox.EventConsumer;
import haicap.platform.inbox.Subscription;
import haicap.platform.writes.Locks;
import haicap.reporting.feed.LivePicture;
import haicap.reporting.files.CountedKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Feeds on every service that keeps files. */
@Component
class FilesEventConsumer implements EventConsumer<Arrival> {

    private final ApplyArrivals apply;
    private final RetireFacts retire;

    FilesEventConsumer(ApplyArrivals apply, RetireFacts retire) {
        this.apply = apply;
        this.retire = retire;
    }

    @Override
    public String name() {
        return Arrival.FEED;
    }

    @Override
    public Set<Subscription> subscriptions() {
        return CountedKind.ALL.stream()
                .map(kind -> new Subscription(kind.topic(), kind.service()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Locks locks() {
        return LivePicture.FEED_LOCK;
    }

    @Override
    public Optional<Arrival> understand(InboundEvent event) {
        return Arrival.of(event);
    }

    @Override
    public void apply(List<Arrival> batch) {
        apply.apply(batch);
    }

    @Override
    public int retire(String topic, int incarnation, int atMost) {
        return retire.retire(topic, incarnation, atMost);
    }
}
