package haicap.platform.inbox;

import haicap.platform.events.InboundEvent;
import haicap.platform.problems.Outages;
import haicap.platform.trace.Hop;
import haicap.platform.trace.Hop.Operation;
import haicap.platform.trace.Tracing;
import haicap.platform.writes.DeferredInserts;
import haicap.platform.writes.Writes;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies what was polled exactly once.
 *
 * <ol>
 *   <li>One lock-first transaction advances the position of each partition by compare-and-set and
 *       lets the feed apply all of it.
 *   <li>When that fails for a reason that will not pass, it is done again in smaller batches, each
 *       in a transaction of its own: by partition, then in short parts. The part that fails again
 *       is done message by message, each behind a savepoint; what fails is parked in the same
 *       transaction, and its neighbours are applied.
 *   <li>An outage fails the batch and parks nothing: it comes again.
 * </ol>
 */
@Component
public class Applying {

    /** Another consumer has applied this part already. */
    static final class Overtaken extends RuntimeException {}

    private static final Logger log = LoggerFactory.getLogger(Applying.class);

    /** One by one they take a moment only: a long transaction holds up every relay. */
    private static final int SHORT_PART = 100;

    private final Writes writes;
    private final InboxPositions positions;
    private final Parked parked;
    private final HeardReannouncements reannouncements;
    private final Retirements retirements;
    private final DeferredInserts deferredInserts;
    private final Tracing tracing;
    private final TransactionTemplate savepoint;

    Applying(
            Writes writes,
            InboxPositions positions,
            Parked parked,
            HeardReannouncements reannouncements,
            Retirements retirements,
            DeferredInserts deferredInserts,
            Tracing tracing,
            PlatformTransactionManager transactions) {
        this.writes = writes;
        this.positions = positions;
        this.parked = parked;
        this.reannouncements = reannouncements;
        this.retirements = retirements;
        this.deferredInserts = deferredInserts;
        this.tracing = tracing;
        this.savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Messages of one partition that follow each other.
     *
     * @param from the offset at which the feed's position must be
     * @param to where it is afterwards: beyond the last message, and what follows that is none
     */
    record Batch(
            EventConsumer<?> feed,
            String topicId,
            TopicPartition partition,
            long from,
            OffsetAndMetadata to,
            List<ConsumerRecord<byte[], byte[]>> records) {

        /** The same in short batches. */
        List<Batch> parts() {
            var parts = new ArrayList<Batch>();
            long next = from;
            for (int start = 0; start < records.size(); start += SHORT_PART) {
                int end = Math.min(start + SHORT_PART, records.size());
                var after = end == records.size() ? to : after(records.get(end - 1));
                parts.add(
                        new Batch(
                                feed,
                                topicId,
                                partition,
                                next,
                                after,
                                records.subList(start, end)));
                next = after.offset();
            }
            return parts;
        }

        private static OffsetAndMetadata after(ConsumerRecord<?, ?> record) {
            return new OffsetAndMetadata(record.offset() + 1, record.leaderEpoch(), "");
        }
    }

    /**
     * Understands what was polled at once, a batch of each partition, and gives what is left to do
     * when its turn has come. What cannot be understood is parked then, in its place.
     */
    Runnable prepare(List<Batch> polled) {
        try {
            var feed = polled.getFirst().feed();
            var records = polled.stream().flatMap(batch -> batch.records().stream());
            var work = understood(feed, records.toList());
            return () -> applyAtOnce(polled, work);
        } catch (RuntimeException e) {
            return () -> applyInSmallerBatches(polled, e);
        }
    }

    /** What applies these messages, in their order, with all that the feed noted for the end. */
    public <E> Runnable understood(
            EventConsumer<E> feed, List<ConsumerRecord<byte[], byte[]>> records) {
        var events = new ArrayList<E>();
        var frames = new ArrayList<Frame>();
        for (var record : records) {
            var event = InboundEvent.of(record);
            if (event.isFrame()) {
                frames.add(Frame.of(event, record));
            } else if (!retirements.isOver(feed.name(), record.topic(), event.version())) {
                feed.understand(event).ifPresent(events::add);
            }
        }
        return () -> {
            if (!events.isEmpty()) {
                feed.apply(events);
            }
            frames.forEach(frame -> reannouncements.note(feed.name(), frame));
            deferredInserts.write();
        };
    }

    private void applyAtOnce(List<Batch> polled, Runnable work) {
        try {
            inOneCommit(polled, work);
        } catch (Overtaken e) {
            throw e;
        } catch (RuntimeException e) {
            if (Outages.isOutage(e)) {
                throw e;
            }
            applyInSmallerBatches(polled, e);
        }
    }

    private void applyInSmallerBatches(List<Batch> polled, RuntimeException failure) {
        var first = polled.getFirst();
        if (polled.size() > 1) {
            polled.forEach(batch -> prepare(List.of(batch)).run());
        } else if (first.records().size() > SHORT_PART) {
            first.parts().forEach(part -> prepare(List.of(part)).run());
        } else {
            log.info(
                    "{}: a batch is applied one by one: {}",
                    first.feed().name(),
                    failure.toString());
            applyOneByOne(first);
        }
    }

    private void applyOneByOne(Batch batch) {
        inOneCommit(
                List.of(batch),
                () ->
                        batch.records()
                                .forEach(record ->
                                        applyOrPark(batch.feed(), batch.topicId(), record)));
    }

    private void inOneCommit(List<Batch> batches, Runnable work) {
        tracing.during(
                () ->
                        batches.stream()
                                .flatMap(batch -> batch.records().stream())
                                .map(Applying::hop),
                () -> commit(batches, work));
    }

    private static Hop hop(ConsumerRecord<byte[], byte[]> record) {
        return new Hop(
                Operation.PROCESS,
                record.topic(),
                record.partition() + "@" + record.offset(),
                InboundEvent.traceparent(record));
    }

    private void commit(List<Batch> batches, Runnable work) {
        writes.run(
                batches.getFirst().feed().locks(),
                () -> {
                    if (!batches.stream().allMatch(positions::advance)) {
                        throw new Overtaken();
                    }
                    work.run();
                    return true;
                });
    }

    private void applyOrPark(
            EventConsumer<?> feed, String topicId, ConsumerRecord<byte[], byte[]> record) {
        try {
            var work = understood(feed, List.of(record));
            savepoint.executeWithoutResult(status -> work.run());
        } catch (RuntimeException e) {
            if (Outages.isOutage(e)) {
                throw e;
            }
            var reason = CannotApply.reason(e);
            log.warn("{} parked {}@{}: {}", feed.name(), record.topic(), record.offset(), reason);
            parked.park(feed.name(), topicId, record, reason);
        }
    }

    /** Tries a parked message again; true when it was applied and is no longer parked. */
    boolean retry(EventConsumer<?> feed, Parked.Message message) {
        try {
            var work = understood(feed, List.of(message.record()));
            return writes.run(
                    feed.locks(),
                    () -> {
                        if (parked.take(Long.toString(message.id())).isEmpty()) {
                            return false;
                        }
                        work.run();
                        parked.remove(message.id());
                        return true;
                    });
        } catch (RuntimeException e) {
            if (Outages.isOutage(e)) {
                throw e;
            }
            log.debug("still parked: {}", e.toString());
            return false;
        }
    }
}
