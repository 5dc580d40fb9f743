package haicap.reporting.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RingTest {

    private final Ring ring = new Ring(8);

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void recordsInAnyOrderAndMoreThanOnceComeOutOnceAndInOrder(long seed) {
        var wide = new Ring(512);
        var told = new ArrayList<FeedRecord>();
        LongStream.rangeClosed(1, 300).forEach(seq -> told.add(record(seq)));
        LongStream.rangeClosed(100, 200).forEach(seq -> told.add(record(seq)));
        Collections.shuffle(told, new Random(seed));
        told.forEach(each -> wide.offer(List.of(each)));
        assertThat(numbers(wide.after(0, 1000)))
                .isEqualTo(LongStream.rangeClosed(1, 300).boxed().toList());
    }

    @Test
    void whatComesEarlyWaitsForWhatIsMissing() {
        assertThat(ring.offer(List.of(record(2), record(3)))).isFalse();
        assertThat(ring.newest()).isZero();
        assertThat(ring.offer(List.of(record(1)))).isTrue();
        assertThat(numbers(ring.after(0, 10))).containsExactly(1L, 2L, 3L);
    }

    @Test
    void theOldestGiveWay() {
        LongStream.rangeClosed(1, 20).forEach(seq -> ring.offer(List.of(record(seq))));
        assertThat(ring.after(11, 10)).isEmpty();
        assertThat(numbers(ring.after(12, 3))).containsExactly(13L, 14L, 15L);
        assertThat(ring.after(20, 10)).isEmpty();
    }

    @Test
    void startsBehindWhatTheTableHas() {
        ring.offer(List.of(record(40), record(42)));
        ring.startAfter(40);
        assertThat(ring.after(40, 10)).isEmpty();
        ring.offer(List.of(record(41)));
        assertThat(numbers(ring.after(40, 10))).containsExactly(41L, 42L);
    }

    @Test
    void wakesWhoWaits() throws InterruptedException {
        var waiting = Thread.ofVirtual().unstarted(() -> ring.offer(List.of(record(1))));
        waiting.start();
        assertThat(ring.await(0, Duration.ofSeconds(10))).isEqualTo(1);
        assertThat(ring.await(1, Duration.ofMillis(1))).isEqualTo(1);
    }

    private static FeedRecord record(long seq) {
        return new FeedRecord(new Position(1, seq), FeedKind.ACTIVITY, "u", "{}");
    }

    private static List<Long> numbers(List<FeedRecord> records) {
        return records.stream().map(each -> each.position().seq()).toList();
    }
}
