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

class FeedBufferTest {

    private final FeedBuffer buffer = new FeedBuffer(8);

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void recordsInAnyOrderAndMoreThanOnceComeOutOnceAndInOrder(long seed) {
        var wide = new FeedBuffer(512);
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
        assertThat(buffer.offer(List.of(record(2), record(3)))).isFalse();
        assertThat(buffer.newest()).isZero();
        assertThat(buffer.offer(List.of(record(1)))).isTrue();
        assertThat(numbers(buffer.after(0, 10))).containsExactly(1L, 2L, 3L);
    }

    @Test
    void theOldestGiveWay() {
        LongStream.rangeClosed(1, 20).forEach(seq -> buffer.offer(List.of(record(seq))));
        assertThat(buffer.after(11, 10)).isEmpty();
        assertThat(numbers(buffer.after(12, 3))).containsExactly(13L, 14L, 15L);
        assertThat(buffer.after(20, 10)).isEmpty();
    }

    @Test
    void startsBehindWhatTheTableHas() {
        buffer.offer(List.of(record(40), record(42)));
        buffer.startAfter(40);
        assertThat(buffer.after(40, 10)).isEmpty();
        buffer.offer(List.of(record(41)));
        assertThat(numbers(buffer.after(40, 10))).containsExactly(41L, 42L);
    }

    @Test
    void wakesWhoWaits() throws InterruptedException {
        var waiting = Thread.ofVirtual().unstarted(() -> buffer.offer(List.of(record(1))));
        waiting.start();
        assertThat(buffer.await(0, Duration.ofSeconds(10))).isEqualTo(1);
        assertThat(buffer.await(1, Duration.ofMillis(1))).isEqualTo(1);
    }

    private static FeedRecord record(long seq) {
        return new FeedRecord(new Position(1, seq), FeedKind.ACTIVITY, "u", "{}");
    }

    private static List<Long> numbers(List<FeedRecord> records) {
        return records.stream().map(each -> each.position().seq()).toList();
    }
}
