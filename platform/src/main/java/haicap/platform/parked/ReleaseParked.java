package haicap.platform.parked;

import haicap.platform.access.Caller;
import haicap.platform.audit.Audit;
import haicap.platform.inbox.Applying;
import haicap.platform.inbox.CannotApply;
import haicap.platform.inbox.EventConsumer;
import haicap.platform.inbox.Legible;
import haicap.platform.inbox.Parked;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.problems.Outages;
import haicap.platform.problems.Refusal;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import haicap.platform.writes.Writes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Lets a parked message go: applied after all, or given up. A message that has been superseded in
 * the meantime changes no figure when it is applied; what happened is told all the same.
 */
@Component
class ReleaseParked {

    /**
     * What became of a message.
     *
     * @param outcome {@code APPLIED} or {@code DROPPED}
     */
    @TellsOf(Matter.PARKED_MESSAGE)
    record Released(long id, String outcome) {}

    private final List<EventConsumer<?>> feeds;
    private final Parked parked;
    private final Applying applying;
    private final Writes writes;
    private final Audit audit;

    ReleaseParked(
            List<EventConsumer<?>> feeds,
            Parked parked,
            Applying applying,
            Writes writes,
            Audit audit) {
        this.feeds = feeds;
        this.parked = parked;
        this.applying = applying;
        this.writes = writes;
        this.audit = audit;
    }

    /**
     * Tries to apply it.
     *
     * @throws Refusal 409 with the reason when it still cannot be applied; it stays parked
     */
    Answer retry(String id, Caller by, WriteRequest request) {
        // the locks depend on the feed, so the message is looked at before them and under them
        var locks =
                parked.find(id).flatMap(this::feed).map(EventConsumer::locks).orElse(Locks.none());
        return writes.answer(
                request,
                locks,
                () -> {
                    var message = parked(id);
                    apply(message);
                    return gone(message, "retry", "APPLIED", by);
                });
    }

    /** Gives it up: what it told is not told, what it changed is not changed. */
    Answer drop(String id, Caller by, WriteRequest request) {
        return writes.answer(request, Locks.none(), () -> gone(parked(id), "drop", "DROPPED", by));
    }

    private void apply(Parked.Message message) {
        try {
            var feed = feed(message).orElseThrow(() -> new CannotApply("no feed any more"));
            applying.understood(feed, List.of(message.record())).run();
        } catch (RuntimeException e) {
            if (Outages.isOutage(e)) {
                throw e;
            }
            var reason = CannotApply.reason(e);
            throw Refusal.conflict("parked-still", Map.of("id", message.id(), "reason", reason));
        }
    }

    private Answer gone(Parked.Message message, String action, String outcome, Caller by) {
        var record = message.record();
        parked.remove(message.id());
        audit.wrote(
                by,
                "parked." + action,
                "parked",
                Long.toString(message.id()),
                Map.of(
                        "feed", message.feed(),
                        "topic", record.topic(),
                        "partition", record.partition(),
                        "offset", record.offset(),
                        "key", String.valueOf(Legible.bytes(record.key()))));
        return Answer.ok(new Released(message.id(), outcome));
    }

    private Parked.Message parked(String id) {
        return parked.take(id).orElseThrow(() -> Refusal.notFound("parked", id));
    }

    private Optional<EventConsumer<?>> feed(Parked.Message message) {
        return feeds.stream().filter(feed -> feed.name().equals(message.feed())).findFirst();
    }
}
