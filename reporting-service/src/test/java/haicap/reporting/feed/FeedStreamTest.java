package haicap.reporting.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import haicap.platform.events.EventJson;
import haicap.platform.streams.StreamEvent;
import haicap.reporting.testing.City;
import haicap.reporting.testing.Events;
import haicap.reporting.testing.Reporting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One client's way through a feed that is larger than the ring. */
class FeedStreamTest {

    private record UnitChange(String unitId, Map<String, Long> figures, Map<String, Long> city) {}

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final Reporting reporting = Reporting.shared();
    private final FeedTable table = reporting.bean(FeedTable.class);
    private final FeedBuffer buffer = new FeedBuffer(16);
    private long start;

    @BeforeEach
    void somethingHappens() {
        start = table.newest();
        happen(40);
        buffer.startAfter(start);
        buffer.offer(table.after(start, 1_000));
    }

    @Test
    void resumesFromTheTableThenFromTheRingWithoutGap() throws InterruptedException {
        var stream = after(start);
        var heard = drain(stream);
        happen(3);
        buffer.offer(table.after(buffer.newest(), 1_000));
        heard.addAll(drain(stream));
        assertThat(positions(heard)).isEqualTo(numbers(start + 1, buffer.newest()));
    }

    @Test
    void aPositionAheadOfTheRingButKnownToTheTableIsNotReset() throws InterruptedException {
        happen(5);
        var newest = table.newest();
        var stream = after(newest);
        assertThat(stream.next(AT_ONCE)).isEmpty();
        happen(2);
        buffer.offer(table.after(buffer.newest(), 1_000));
        assertThat(positions(drain(stream))).isEqualTo(numbers(newest + 1, buffer.newest()));
    }

    @Test
    void anUnknownPositionIsResetAndTheStreamGoesOnFromNow() throws InterruptedException {
        for (var unknown :
                List.of(
                        new Position(7, start),
                        new Position(0, 1),
                        table.position(table.newest() + 100))) {
            var stream = FeedStream.after(unknown, table, buffer, Audience.CITY, 1_000);
            var reset = stream.next(AT_ONCE).getFirst();
            assertThat(reset.name()).isEqualTo("reset");
            assertThat(reset.id()).isNull();
            assertThat(stream.next(AT_ONCE)).isEmpty();
            happen(1);
            buffer.offer(table.after(buffer.newest(), 1_000));
            assertThat(drain(stream)).isNotEmpty();
        }
    }

    @Test
    void aPositionWhoseSuccessorIsForgottenIsReset() throws InterruptedException {
        table.forget(10, 1_000_000);
        assertThat(after(start).next(AT_ONCE).getFirst().name()).isEqualTo("reset");
        assertThat(after(table.newest() - 10).next(AT_ONCE).getFirst().name())
                .isNotEqualTo("reset");
    }

    @Test
    void aClientThatFallsBehindIsToldAndGetsTheNewestFigures() throws InterruptedException {
        var slow = FeedStream.live(table, buffer, Audience.CITY, 10);
        assertThat(slow.next(AT_ONCE)).isEmpty();
        long from = buffer.newest();
        var screen = new Screen(reporting.bean(LivePicture.class).whole());
        happen(30);
        buffer.offer(table.after(buffer.newest(), 1_000));
        var events = slow.next(AT_ONCE);
        var lagging = events.getFirst();
        assertThat(lagging.name()).isEqualTo("lagging");
        assertThat(lagging.id()).isNull();
        assertThat(lagging.data())
                .isEqualTo(
                        "{\"from\":\"%s\",\"to\":\"%s\"}"
                                .formatted(table.position(from), table.position(buffer.newest())));
        var merged = events.subList(1, events.size());
        assertThat(merged).hasSize(2).allMatch(event -> event.name().equals("unit"));
        merged.forEach(screen::see);
        assertThat(screen).isEqualTo(new Screen(reporting.bean(LivePicture.class).whole()));
        happen(1);
        buffer.offer(table.after(buffer.newest(), 1_000));
        assertThat(drain(slow)).extracting(StreamEvent::name).containsExactly("unit", "activity");
        assertThat(positions(drain(after(from)))).hasSizeGreaterThan(merged.size());
    }

    @Test
    void aClientThatCatchesUpIsNeverToldThatItLags() throws InterruptedException {
        var stream = FeedStream.after(table.position(start), table, buffer, Audience.CITY, 10);
        assertThat(drain(stream)).extracting(StreamEvent::name).doesNotContain("lagging");
    }

    private FeedStream after(long seq) {
        return FeedStream.after(table.position(seq), table, buffer, Audience.CITY, 1_000);
    }

    /** That many reports come in, one after the other, in two units by turns. */
    private void happen(int reports) {
        long told = activities();
        var now = reporting.clock().instant();
        for (int i = 0; i < reports; i++) {
            var unit = i % 2 == 0 ? City.BA_DINH : City.HOAN_KIEM;
            Events.send(
                    Events.crimeReport("Received", "cr-" + UUID.randomUUID(), 1, unit, now, null));
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> activities() >= told + reports);
    }

    private long activities() {
        return reporting.jdbc().queryForObject("SELECT count(*) FROM told", Long.class);
    }

    /** What a client shows: a snapshot, and every change merged into it. */
    private record Screen(Map<String, Map<String, Long>> units, Map<String, Long> city) {

        Screen(PictureState picture) {
            this(new HashMap<>(), new HashMap<>(picture.city().counted()));
            picture.units()
                    .forEach((unit, figures) -> units.put(unit, new HashMap<>(figures.counted())));
        }

        void see(StreamEvent event) {
            var change = EventJson.read(event.data(), UnitChange.class);
            units.computeIfAbsent(change.unitId(), unit -> new HashMap<>())
                    .putAll(change.figures());
            city.putAll(change.city());
        }
    }

    private static List<StreamEvent> drain(FeedStream stream) throws InterruptedException {
        var heard = new ArrayList<StreamEvent>();
        for (var next = stream.next(AT_ONCE); !next.isEmpty(); next = stream.next(AT_ONCE)) {
            heard.addAll(next);
        }
        return heard;
    }

    private static List<String> positions(List<StreamEvent> events) {
        return events.stream().map(StreamEvent::id).toList();
    }

    private List<String> numbers(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(seq -> table.position(seq).toString())
                .toList();
    }
}
