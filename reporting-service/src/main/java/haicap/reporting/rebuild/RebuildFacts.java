package haicap.reporting.rebuild;

import haicap.platform.broker.BrokerClients;
import haicap.platform.events.InboundEvent;
import haicap.platform.inbox.HeardReannouncements;
import haicap.platform.inbox.InboxPositions;
import haicap.platform.problems.Outages;
import haicap.platform.writes.Locks;
import haicap.platform.writes.Writes;
import haicap.reporting.facts.Arrival;
import haicap.reporting.facts.ShadowFacts;
import haicap.reporting.facts.ShadowFacts.Draft;
import haicap.reporting.feed.LivePicture;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the facts anew from the topics.
 *
 * <ol>
 *   <li>A shadow table is filled from the beginning of the topics, a batch in one short
 *       transaction, while the inbox goes on with the facts in use.
 *   <li>When it has nearly caught up it is completed: the newest of each file, with key and
 *       indexes.
 *   <li>Under the feed lock, where the inbox stands still, it reads up to where the inbox is, in
 *       transactions beside; figures are counted anew before anything is written, for a transaction
 *       that has written holds back every relay. Then it takes the place of the old facts, and
 *       units whose figures differ are told. What was told stays told, so no activity comes again.
 *   <li>It refuses a topic that no longer tells of every file: one whose beginning is gone and that
 *       names nothing anew since. What a source's new incarnation did not name is given up at the
 *       exchange.
 *   <li>A message that cannot be applied is skipped; one that names a unit that is not known waits
 *       for it until the end, as it does in the inbox.
 * </ol>
 */
@Component
class RebuildFacts {

    private static final Logger log = LoggerFactory.getLogger(RebuildFacts.class);
    private static final Duration CATCH_UP_WITHIN = Duration.ofMillis(500);
    private static final long NEAR_END = 500;
    private static final int PART = 500;

    /**
     * A message of a topic.
     *
     * @param arrival empty when it is stored under no unit, or when it cannot be read
     */
    private record Message(Optional<Arrival> arrival, boolean isReadable) {

        static Message of(ConsumerRecord<byte[], byte[]> message) {
            try {
                var event = InboundEvent.of(message);
                return new Message(event.isFrame() ? Optional.empty() : Arrival.of(event), true);
            } catch (RuntimeException e) {
                log.debug("{}@{} is skipped: {}", message.topic(), message.offset(), e.toString());
                return new Message(Optional.empty(), false);
            }
        }
    }

    /**
     * What so many messages say.
     *
     * @param draft of those whose units are known
     * @param waiting the others
     */
    private record Messages(int read, long unreadable, Draft draft, List<Arrival> waiting) {}

    private final Writes writes;
    private final ShadowFacts shadow;
    private final RebuildTable table;
    private final InboxPositions positions;
    private final HeardReannouncements reannouncements;
    private final WholeTopics wholeTopics;
    private final BrokerClients clients;
    private final Clock clock;
    private final TransactionTemplate beside;
    private final String instance;

    RebuildFacts(
            Writes writes,
            ShadowFacts shadow,
            RebuildTable table,
            InboxPositions positions,
            HeardReannouncements reannouncements,
            WholeTopics wholeTopics,
            BrokerClients clients,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${haicap.instance}") String instance) {
        this.writes = writes;
        this.shadow = shadow;
        this.table = table;
        this.positions = positions;
        this.reannouncements = reannouncements;
        this.wholeTopics = wholeTopics;
        this.clients = clients;
        this.clock = clock;
        this.beside = new TransactionTemplate(transactions);
        this.beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.instance = instance;
    }

    void run(long leaseNumber, BooleanSupplier goesOn) {
        try (var reader = new TopicReader<>(clients, instance + ".rebuild", this::understand)) {
            new Run(leaseNumber, reader).run(goesOn);
        }
    }

    /** Part by part, on all processors. */
    private List<Messages> understand(List<ConsumerRecord<byte[], byte[]>> records) {
        return IntStream.range(0, Math.ceilDiv(records.size(), PART))
                .parallel()
                .mapToObj(part ->
                        records.subList(part * PART, Math.min((part + 1) * PART, records.size())))
                .map(this::understandPart)
                .toList();
    }

    private Messages understandPart(List<ConsumerRecord<byte[], byte[]>> records) {
        var messages = records.stream().map(Message::of).toList();
        var arrivals = messages.stream().map(Message::arrival).flatMap(Optional::stream);
        var byReadiness = arrivals.collect(Collectors.partitioningBy(shadow::canTake));
        return new Messages(
                messages.size(),
                messages.stream().filter(message -> !message.isReadable()).count(),
                Draft.of(byReadiness.getOrDefault(true, List.of()), clock.instant()),
                byReadiness.getOrDefault(false, List.of()));
    }

    /** One attempt, from the beginning. For one thread. */
    private final class Run {

        private final long leaseNumber;
        private final TopicReader<List<Messages>> reader;
        private List<Arrival> waiting = new ArrayList<>();
        private long read;
        private long unreadable;
        private boolean isComplete;

        Run(long leaseNumber, TopicReader<List<Messages>> reader) {
            this.leaseNumber = leaseNumber;
            this.reader = reader;
        }

        void run(BooleanSupplier goesOn) {
            commit(() -> {
                table.take(leaseNumber, reader.total());
                shadow.begin();
                return true;
            });
            wholeTopics.require(reader.begins());
            while (goesOn.getAsBoolean()) {
                commit(this::take);
                if (reader.isNearEnd(NEAR_END)) {
                    if (!isComplete) {
                        log.info("{} messages are read, the facts get key and indexes", read);
                        shadow.complete();
                        retire();
                        isComplete = true;
                    } else if (exchanged()) {
                        log.info("facts are rebuilt from {} messages", read);
                        return;
                    }
                }
            }
        }

        private void commit(Supplier<Boolean> work) {
            kept(() -> writes.run(Locks.none(), work));
        }

        /** A transaction that fails has kept nothing, so what it read is read again. */
        private void kept(Runnable transaction) {
            var waitingBefore = List.copyOf(waiting);
            long readBefore = read;
            long unreadableBefore = unreadable;
            try {
                transaction.run();
                reader.keep();
            } catch (RuntimeException e) {
                waiting = new ArrayList<>(waitingBefore);
                read = readBefore;
                unreadable = unreadableBefore;
                reader.back();
                throw e;
            }
        }

        private boolean take() {
            var taken = reader.take();
            for (var messages : taken) {
                read += messages.read();
                unreadable += messages.unreadable();
                keep(messages.draft());
                waiting.addAll(messages.waiting());
            }
            saveWhatWaited();
            table.progress(leaseNumber, read, unreadable + waiting.size());
            return !taken.isEmpty();
        }

        private void saveWhatWaited() {
            var ready = waiting.stream().filter(shadow::canTake).toList();
            if (!ready.isEmpty()) {
                keep(Draft.of(ready, clock.instant()));
                waiting.removeAll(ready);
            }
        }

        private void keep(Draft draft) {
            if (isComplete) {
                shadow.save(draft);
            } else {
                shadow.pour(draft);
            }
        }

        private boolean exchanged() {
            try {
                return writes.run(LivePicture.FEED_LOCK, this::catchUpAndExchange);
            } catch (RuntimeException e) {
                if (e instanceof Overtaken || !Outages.isOutage(e)) {
                    throw e;
                }
                log.info("the facts in use are being read: {}", e.toString());
                return false;
            }
        }

        private boolean catchUpAndExchange() {
            long deadline = System.nanoTime() + CATCH_UP_WITHIN.toNanos();
            while (!hasPassedInbox()) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                kept(() -> beside(this::take));
            }
            retire();
            beside(() -> {
                shadow.saveNewCustody();
                return true;
            });
            table.done(leaseNumber, shadow.exchange());
            return true;
        }

        /** Most of it was done before, without the lock. */
        private void retire() {
            for (var topic : Arrival.TOPICS) {
                int incarnation = reannouncements.since(Arrival.FEED, topic);
                while (beside(() -> shadow.retire(topic, incarnation)) > 0) {
                    log.debug("a step of what {} did not name any more is given up", topic);
                }
            }
        }

        /** In a transaction of its own; it announces nothing, so it needs no lock. */
        private <T> T beside(Supplier<T> work) {
            return Objects.requireNonNull(beside.execute(status -> work.get()));
        }

        private boolean hasPassedInbox() {
            return Arrival.TOPICS.stream()
                    .allMatch(topic -> reader.hasPassed(topic, positions.of(Arrival.FEED, topic)));
        }
    }
}
