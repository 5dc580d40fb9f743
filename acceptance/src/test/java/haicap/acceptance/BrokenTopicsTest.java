package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.feed.Listener;
import haicap.acceptance.feed.Picture;
import haicap.acceptance.load.Paperwork;
import haicap.acceptance.system.Parts;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Logs lose their head or their tail under a running city; nobody has to do anything. */
@InTheHouse
@Order(10)
class BrokenTopicsTest {

    private static final String CASES = "haicap.case.v1";
    private static final String ORGANISATION = "haicap.org.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final House house;

    BrokenTopicsTest(House house) {
        this.house = house;
    }

    @Test
    void whatAPartMissedBecauseTheHeadOfATopicIsGoneIsToldAnew() throws Exception {
        var reporting = house.system().instances(Parts.REPORTING);
        house.system().kill(reporting);
        report(3);
        removeAllRecords(CASES);
        report(1);
        house.system().start(reporting);

        awaitNothingMissed();
    }

    /** The broker comes back with less than it had acknowledged, and new events take its place. */
    @Test
    void whatAPartMissedBecauseTheTailOfATopicIsLostIsToldAnew() {
        report(6);
        assertThat(Reconciliation.awaitSettled(house).path("differences")).isEmpty();
        var start = Picture.taken(house.as("wall")).position();
        try (var listener = Listener.to(house.as("wall"), "/api/v1/feed/city/stream", start)) {
            house.system().kill(List.of(Parts.KAFKA));
            IntStream.range(0, 3).forEach(each -> house.system().log(CASES, each).loseTail(1));
            house.system().log(ORGANISATION, 0).loseTail(3);
            house.system().start(List.of(Parts.KAFKA));
            report(6);

            listener.heard().await(told -> told.data().contains("events-missed"), PATIENCE);
            awaitNothingMissed();
        }
    }

    private void report(int times) {
        for (int n = 0; n < times; n++) {
            house.as(house.unit(5).officer()).accept(Paperwork.report()).orFail();
        }
    }

    private void removeAllRecords(String topic) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", house.system().kafka()))) {
            var latest = new HashMap<TopicPartition, OffsetSpec>();
            for (int partition = 0; partition < 3; partition++) {
                latest.put(new TopicPartition(topic, partition), OffsetSpec.latest());
            }
            var gone = new HashMap<TopicPartition, RecordsToDelete>();
            admin.listOffsets(latest)
                    .all()
                    .get()
                    .forEach((partition, end) ->
                            gone.put(partition, RecordsToDelete.beforeOffset(end.offset())));
            admin.deleteRecords(gone).all().get();
        }
    }

    private void awaitNothingMissed() {
        Awaitility.await("nothing missed")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() ->
                        !house.system().run("status").contains("has missed")
                                && Reconciliation.awaitSettled(house)
                                        .path("differences")
                                        .isEmpty());
    }
}
