package haicap.platform.inbox;

import haicap.platform.broker.BrokerClients;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/** Where the broker's logs begin and end. */
@Component
class LogEnds {

    private static final long ANSWER_WITHIN_SECONDS = 5;

    /**
     * A partition's log.
     *
     * @param begin of what it still holds
     * @param end after what it holds
     * @param leaderEpoch of what is written to it now
     */
    record Ends(long begin, long end, int leaderEpoch) {}

    private final BrokerClients clients;

    LogEnds(BrokerClients clients) {
        this.clients = clients;
    }

    Ends of(TopicPartition partition) {
        var begin = ask(partition, OffsetSpec.earliest());
        var end = ask(partition, OffsetSpec.latest());
        return new Ends(begin.offset(), end.offset(), end.leaderEpoch().orElse(Integer.MAX_VALUE));
    }

    private ListOffsetsResultInfo ask(TopicPartition partition, OffsetSpec which) {
        try {
            return clients.admin()
                    .listOffsets(Map.of(partition, which))
                    .partitionResult(partition)
                    .get(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the log of " + partition + " is not told: " + e, e);
        }
    }
}
