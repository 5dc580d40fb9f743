package haicap.platform.inbox;

import haicap.platform.inbox.Gaps.Reason;
import haicap.platform.inbox.InboxPositions.Stored;
import haicap.platform.inbox.LogEnds.Ends;
import java.util.Optional;
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where a feed goes on in a partition, and whether the broker's log still holds what comes next.
 *
 * <ol>
 *   <li>The log begins after the feed's place: what lay between was removed.
 *   <li>The topic was made anew, the log ends before the feed's place, or what stands before that
 *       place is not what the feed has applied. The broker says so by leader epochs, of which each
 *       position keeps the one of what was applied last; a log as a whole put back from a copy has
 *       a lower one than that.
 *   <li>Either is noted as a gap in the transaction that sets the position anew: where the two
 *       histories part, if the broker knows, else at the log's beginning. What is applied once more
 *       changes nothing.
 * </ol>
 */
@Component
class Continuity {

    private static final Logger log = LoggerFactory.getLogger(Continuity.class);

    private record Break(Reason reason, OffsetAndMetadata goesOnAt) {}

    private final InboxPositions positions;
    private final LogEnds logs;
    private final Gaps gaps;
    private final TransactionTemplate commit;

    Continuity(
            InboxPositions positions,
            LogEnds logs,
            Gaps gaps,
            PlatformTransactionManager transactions) {
        this.positions = positions;
        this.logs = logs;
        this.gaps = gaps;
        this.commit = new TransactionTemplate(transactions);
    }

    /** Where to go on; empty at the beginning of a whole log. */
    Optional<OffsetAndMetadata> placeOf(String feed, String topicId, TopicPartition partition) {
        var stored = positions.stored(feed, partition);
        var ends = logs.of(partition);
        breakOf(stored, topicId, ends)
                .ifPresent(broken -> note(feed, topicId, partition, stored, broken));
        return positions
                .stored(feed, partition)
                .filter(place -> place.topicId().equals(topicId))
                .map(Stored::next);
    }

    /** The broker has no such place: not the log's, or no longer. */
    void lost(
            String feed,
            String topicId,
            TopicPartition partition,
            OffsetOutOfRangeException refusal) {
        var stored = positions.stored(feed, partition);
        var ends = logs.of(partition);
        long asked = refusal.offsetOutOfRangePartitions().getOrDefault(partition, 0L);
        var divergence =
                refusal instanceof LogTruncationException truncation
                        ? truncation.divergentOffsets().get(partition)
                        : null;
        var broken =
                asked < ends.begin()
                        ? new Break(Reason.HEAD_REMOVED, at(ends.begin()))
                        : new Break(Reason.TAIL_LOST, parting(stored, divergence, ends));
        note(feed, topicId, partition, stored, broken);
    }

    private static Optional<Break> breakOf(Optional<Stored> stored, String topicId, Ends ends) {
        if (stored.isEmpty()) {
            return ends.begin() > 0
                    ? Optional.of(new Break(Reason.HEAD_REMOVED, at(ends.begin())))
                    : Optional.empty();
        }
        var next = stored.get().next();
        if (!stored.get().topicId().equals(topicId)) {
            return Optional.of(new Break(Reason.TAIL_LOST, at(ends.begin())));
        }
        if (next.offset() < ends.begin()) {
            return Optional.of(new Break(Reason.HEAD_REMOVED, at(ends.begin())));
        }
        boolean isOlder = next.leaderEpoch().orElse(0) > ends.leaderEpoch();
        boolean isBeyond = next.leaderEpoch().isEmpty() && next.offset() > ends.end();
        return isOlder || isBeyond
                ? Optional.of(new Break(Reason.TAIL_LOST, at(ends.begin())))
                : Optional.empty();
    }

    private static OffsetAndMetadata parting(
            Optional<Stored> stored, @Nullable OffsetAndMetadata divergence, Ends ends) {
        if (divergence == null) {
            return at(ends.begin());
        }
        return stored.map(Stored::next)
                .filter(next -> next.offset() < divergence.offset())
                .orElse(divergence);
    }

    private static OffsetAndMetadata at(long offset) {
        return new OffsetAndMetadata(offset);
    }

    private void note(
            String feed,
            String topicId,
            TopicPartition partition,
            Optional<Stored> stored,
            Break broken) {
        commit.executeWithoutResult(status -> {
            if (positions.replace(feed, topicId, partition, stored, broken.goesOnAt())) {
                gaps.open(feed, partition.topic(), partition.partition(), broken.reason());
                log.warn(
                        "{}: {} no longer holds what follows {}: {}, goes on at {}",
                        feed,
                        partition,
                        stored.map(place -> place.next().offset()).orElse(0L),
                        broken.reason(),
                        broken.goesOnAt().offset());
            }
        });
    }
}
