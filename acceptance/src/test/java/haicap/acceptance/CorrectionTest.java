package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.client.Session.Write;
import haicap.acceptance.load.Paperwork;
import haicap.acceptance.load.Units.Unit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A mistyped receipt is put right: clocks and figures follow, over all services. */
@InTheHouse
@Order(5)
class CorrectionTest {

    private static final String TODAY = "reportsReceivedToday";

    private final House house;
    private final Unit unit;

    CorrectionTest(House house) {
        this.house = house;
        this.unit = house.unit(77);
    }

    @Test
    void aReceiptOfYesterdayCountsForYesterdayAndItsClocksBeginThen() {
        var officer = house.as(unit.officer());
        var before = receivedToday();
        var report = officer.accept(reportOfSomethingEarlier()).orFail();
        var path = "/api/v1/crime-reports/" + report.text("id");
        awaitReceivedToday(before + 1);
        var yesterday = Instant.parse(report.text("receivedAt")).minus(Duration.ofHours(24));

        var proposal =
                officer.accept(
                        new Write(
                                path + "/corrections",
                                """
                                {"entry": "%s", "at": "%s", "reason": "Gõ nhầm ngày"}\
                                """
                                        .formatted(report.text("version"), yesterday)));
        var confirmation =
                new Write(
                                path
                                        + "/corrections/"
                                        + proposal.orFail().text("id")
                                        + "/confirmation",
                                """
                                {"decisionNumber": "31/QĐ", "decidedAt": "%s", "accepted": true}\
                                """
                                        .formatted(Clock.systemUTC().instant()))
                        .onVersion(report.etag());
        var corrected = house.as(unit.chief()).accept(confirmation).orFail();

        assertThat(Instant.parse(corrected.text("receivedAt"))).isEqualTo(yesterday);
        assertThat(corrected.json().path("deadlines"))
                .isNotEmpty()
                .allMatch(clock -> Instant.parse(clock.path("start").asString()).equals(yesterday));
        awaitReceivedToday(before);
        assertThat(Reconciliation.awaitSettled(house).path("differences")).isEmpty();
    }

    private static Write reportOfSomethingEarlier() {
        var day = LocalDate.now(Clock.system(ZoneId.of("Asia/Ho_Chi_Minh"))).minusDays(3);
        var report = Paperwork.report();
        return new Write(
                report.path(),
                report.body()
                        .replaceFirst(
                                "\"occurredOn\": \"[^\"]+\"",
                                "\"occurredOn\": \"%s\"".formatted(day)));
    }

    private void awaitReceivedToday(long expected) {
        Awaitility.await(TODAY)
                .atMost(Duration.ofSeconds(20))
                .pollDelay(Duration.ZERO)
                .until(this::receivedToday, now -> now == expected);
    }

    private long receivedToday() {
        return house.as("director")
                .get("/api/v1/feed/units/" + unit.id())
                .orFail()
                .json()
                .at("/units/0/figures/" + TODAY)
                .asLong();
    }
}
