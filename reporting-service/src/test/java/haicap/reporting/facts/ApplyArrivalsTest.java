package haicap.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import haicap.platform.events.InboundEvent;
import haicap.platform.inbox.CannotApply;
import haicap.platform.writes.Writes;
import haicap.reporting.feed.LivePicture;
import haicap.reporting.figures.Figure;
import haicap.reporting.testing.City;
import haicap.reporting.testing.Events;
import haicap.reporting.testing.Reporting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApplyArrivalsTest {

    private static final Duration WEEK = Duration.ofDays(7);

    private final Reporting reporting = Reporting.shared();
    private final String id = "cr-" + UUID.randomUUID();

    /** Other tests have moved the shared clock, and what is news goes by the picture's. */
    @BeforeEach
    void theClockOfThePictureIsRight() {
        reporting.bean(MoveClock.class).toNow();
    }

    @Test
    void anOlderVersionThatComesLateChangesNoFigureButIsTold() {
        apply(version(2, "Classified", now().plus(Duration.ofDays(1))));
        long soon = figure(City.BA_DINH, Figure.of("reportsDueSoon"));
        apply(version(1, "Received", now().plus(WEEK)));
        assertThat(figure(City.BA_DINH, Figure.of("reportsDueSoon"))).isEqualTo(soon);
        assertThat(told()).containsExactly("crime-report-classified", "crime-report-received");
    }

    @Test
    void whatComesAgainIsNeitherCountedNorToldAgain() {
        var event = version(1, "Received", now().plus(WEEK));
        apply(event);
        long open = figure(City.BA_DINH, Figure.of("reportsOpen"));
        apply(event, event);
        apply(event);
        assertThat(figure(City.BA_DINH, Figure.of("reportsOpen"))).isEqualTo(open);
        assertThat(told()).containsExactly("crime-report-received");
    }

    @Test
    void whatHappenedLongAgoIsNoNewsAndChangesTheFiguresAllTheSame() {
        long open = figure(City.BA_DINH, Figure.of("reportsOpen"));
        var longAgo = now().minus(Duration.ofDays(31));
        apply(Events.crimeReport("Received", id, 1, City.BA_DINH, longAgo, null));
        assertThat(figure(City.BA_DINH, Figure.of("reportsOpen"))).isEqualTo(open + 1);
        assertThat(told()).isEmpty();
    }

    @Test
    void thatSomethingWasToldIsForgottenWhenItIsNoNewsAnyMoreHoweverMuchItIs() {
        reporting
                .jdbc()
                .update(
                        """
                        INSERT INTO told (file_id, version, told_at)
                        SELECT 'old-' || n, 1, now() - interval '32 days'
                        FROM generate_series(1, 12000) AS n
                        """);
        apply(version(1, "Received", now().plus(WEEK)));

        reporting.bean(News.class).forget();

        assertThat(rememberedAsTold("old-%")).isZero();
        assertThat(rememberedAsTold(id)).isEqualTo(1);
    }

    private int rememberedAsTold(String files) {
        return reporting
                .jdbc()
                .queryForObject(
                        "SELECT count(*) FROM told WHERE file_id LIKE ?", Integer.class, files);
    }

    @Test
    void ofManyFilesAsMuchIsKnownAsOfAFew() {
        var events =
                IntStream.range(0, 600)
                        .mapToObj(i ->
                                version(
                                        id + "-" + i,
                                        2,
                                        i % 2 == 0 ? City.BA_DINH : City.HOAN_KIEM))
                        .toList();
        apply(events.subList(0, 300));
        var asked = new ArrayList<>(arrivals(events));
        asked.addAll(arrivals(List.of(version(id + "-0", 1, City.HOAN_KIEM))));
        Collections.shuffle(asked, new Random(7));

        var few = Known.nothing();
        for (int from = 0; from < asked.size(); from += 100) {
            var part = asked.subList(from, Math.min(from + 100, asked.size()));
            var known = reporting.bean(KnownFacts.class).of(part);
            few.facts().putAll(known.facts());
            few.custodians().putAll(known.custodians());
            few.told().addAll(known.told());
        }
        assertThat(reporting.bean(KnownFacts.class).of(asked)).isEqualTo(few);
        assertThat(few.facts()).hasSize(300);
        assertThat(few.told()).hasSize(300);
    }

    @Test
    void aStateAnnouncedAnewIsAppliedAndNeverTold() {
        long open = figure(City.BA_DINH, Figure.of("reportsOpen"));
        apply(Events.anew(version(3, "Assigned", null)));
        assertThat(figure(City.BA_DINH, Figure.of("reportsOpen"))).isEqualTo(open + 1);
        assertThat(told()).isEmpty();
    }

    @Test
    void severalVersionsInOneBatchAreOneChangeAndSeveralActivities() {
        long before = newest();
        apply(
                version(1, "Received", now().plus(WEEK)),
                version(2, "Classified", now().plus(WEEK)),
                version(3, "Assigned", null));
        assertThat(kindsSince(before)).containsExactly("unit", "activity", "activity", "activity");
    }

    @Test
    void aReportOfAFormerUnitCountsForItsHeir() {
        long open = figure(City.BA_DINH, Figure.of("reportsOpen"));
        apply(Events.crimeReport("Received", id, 1, City.TRUC_BACH, now(), null));
        assertThat(figure(City.BA_DINH, Figure.of("reportsOpen"))).isEqualTo(open + 1);
        assertThat(figure(City.TRUC_BACH, Figure.of("reportsOpen"))).isZero();
    }

    @Test
    void anEventOfAnUnknownUnitLeavesNothingBehind() {
        long open = figure(City.BA_DINH, Figure.of("reportsOpen"));
        var known = version(1, "Received", null);
        var unknown = Events.crimeReport("Received", id + "-x", 1, "99999-20990101", now(), null);
        assertThatThrownBy(() -> apply(known, unknown)).isInstanceOf(CannotApply.class);
        assertThat(told()).isEmpty();
        assertThat(figure(City.BA_DINH, Figure.of("reportsOpen"))).isEqualTo(open);
    }

    @Test
    void anEventOfAUnitThatIsNotKnownYetWaitsAndIsThenApplied() {
        var unit = "77777-20251001";
        Events.send(Events.crimeReport("Received", id, 1, unit, now(), null));
        await().atMost(Duration.ofSeconds(20)).until(() -> parked(id) == 1);
        City.unit(reporting.jdbc(), unit, "77777", "COMMUNE", "2025-07-01", null);
        await().atMost(Duration.ofSeconds(20)).until(() -> parked(id) == 0);
        assertThat(told()).containsExactly("crime-report-received");
        assertThat(figure(unit, Figure.of("reportsOpen"))).isOne();
    }

    private ProducerRecord<String, byte[]> version(int version, String event, Instant due) {
        return Events.crimeReport(event, id, version, City.BA_DINH, now(), due);
    }

    private ProducerRecord<String, byte[]> version(String id, int version, String unit) {
        return Events.crimeReport("Received", id, version, unit, now(), now().plus(WEEK));
    }

    private static List<Arrival> arrivals(List<ProducerRecord<String, byte[]>> events) {
        return events.stream()
                .map(Events::arrived)
                .map(InboundEvent::of)
                .flatMap(event -> Arrival.of(event).stream())
                .toList();
    }

    @SafeVarargs
    private void apply(ProducerRecord<String, byte[]>... events) {
        apply(List.of(events));
    }

    private void apply(List<ProducerRecord<String, byte[]>> events) {
        var arrivals = arrivals(events);
        reporting
                .bean(Writes.class)
                .run(
                        LivePicture.FEED_LOCK,
                        () -> {
                            reporting.bean(ApplyArrivals.class).apply(arrivals);
                            return true;
                        });
    }

    private long figure(String unit, Figure figure) {
        return reporting.bean(LivePicture.class).open(Set.of(unit)).units().get(unit).of(figure);
    }

    private List<String> told() {
        return reporting
                .jdbc()
                .queryForList(
                        """
                        SELECT data::jsonb ->> 'type'
                        FROM feed
                        WHERE kind = 'activity' AND data::jsonb ->> 'subject' = ?
                        ORDER BY epoch, seq
                        """,
                        String.class,
                        id);
    }

    private long newest() {
        return reporting.jdbc().queryForObject("SELECT seq FROM picture", Long.class);
    }

    private List<String> kindsSince(long seq) {
        return reporting
                .jdbc()
                .queryForList(
                        "SELECT kind FROM feed WHERE seq > ? ORDER BY seq", String.class, seq);
    }

    private int parked(String key) {
        return reporting
                .jdbc()
                .queryForObject("SELECT count(*) FROM parked WHERE key = ?", Integer.class, key);
    }

    private Instant now() {
        return reporting.clock().instant();
    }
}
