package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.client.Answer;
import haicap.acceptance.client.Session.Write;
import haicap.acceptance.load.Paperwork;
import haicap.acceptance.load.Units.Unit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What was mistyped is put right: clocks and figures follow, over all services. */
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

        var wrong =
                Map.of("entry", report.text("version"), "at", yesterday, "reason", "Gõ nhầm ngày");
        var corrected = corrected(path, report, wrong);

        assertThat(Instant.parse(corrected.text("receivedAt"))).isEqualTo(yesterday);
        assertThat(corrected.json().path("deadlines"))
                .isNotEmpty()
                .allMatch(clock -> Instant.parse(clock.path("start").asString()).equals(yesterday));
        awaitReceivedToday(before);
        assertThat(Reconciliation.awaitSettled(house).path("differences")).isEmpty();
    }

    @Test
    void theNumberOfARemedyIsPutRightAndTheFindingStaysAsItIs() {
        var path = "/api/v1/findings/" + found();
        var seen = house.as(unit.chief()).get(path).orFail();
        var remedied = decide(unit.chief(), path + "/remedy", seen, Map.of("text", "Đã bổ sung"));
        var wrong =
                Map.of(
                        "entry", remedied.text("version"),
                        "decisionNumber", "41/QĐ",
                        "reason", "Gõ nhầm số");

        var corrected = corrected(path, remedied, wrong);

        assertThat(corrected.text("state")).isEqualTo("REMEDIED");
        assertThat(corrected.text("remediedAt")).isEqualTo(remedied.text("remediedAt"));
        var corrections = house.as("pv01-head").get(path + "/corrections").orFail().json();
        assertThat(corrections.at("/items/0/decisionNumber").asString()).isEqualTo("41/QĐ");
        assertThat(Reconciliation.awaitSettled(house).path("differences")).isEmpty();
    }

    /** What the leader of a new campaign's team finds at the unit. */
    private String found() {
        var today = LocalDate.now(Clock.system(ZoneId.of("Asia/Ho_Chi_Minh")));
        var plan =
                Map.of(
                        "decisionNumber",
                        "32/KH",
                        "title",
                        "Kiểm tra trước đính chính",
                        "startsOn",
                        today,
                        "endsOn",
                        today.plusDays(20));
        var announced = house.as("pv01-head").accept(write("/api/v1/campaigns", plan)).orFail();
        var campaign = announced.text("id");
        decide(
                "pv01-head",
                "/api/v1/campaigns/" + campaign + "/schedule",
                announced,
                Map.of("teams", teams()));
        var visits = "/api/v1/visits?campaignId=%s&unitId=%s".formatted(campaign, unit.id());
        var visit = house.as("director").get(visits).orFail().json().path("items").get(0);
        var path = "/api/v1/visits/" + visit.path("id").asString();
        var finding =
                Map.of(
                        "topic", "RES",
                        "severity", "LOW",
                        "text", "Sổ tạm trú chưa cập nhật",
                        "ownerPostId", "chief-" + unit.id(),
                        "dueOn", today.plusDays(30));
        var conclusion =
                Map.of(
                        "decisionNumber", "33/KL",
                        "concludedAt", Clock.systemUTC().instant(),
                        "findings", List.of(finding));
        var seen = house.as("director").get(path).orFail();
        return house.as(visit.path("leaderPostId").asString())
                .accept(write(path + "/conclusion", conclusion).onVersion(seen.etag()))
                .orFail()
                .json()
                .at("/findingIds/0")
                .asString();
    }

    private List<Map<String, ?>> teams() {
        var units = house.units().stream().map(Unit::id).toList();
        return IntStream.range(0, 7)
                .<Map<String, ?>>mapToObj(team ->
                        Map.of(
                                "leaderPostId",
                                "deputy-director-" + (team + 1),
                                "unitIds",
                                IntStream.range(0, units.size())
                                        .filter(i -> i % 7 == team)
                                        .mapToObj(units::get)
                                        .toList()))
                .toList();
    }

    /** Proposed by the unit's officer, confirmed by its chief. */
    private Answer corrected(String path, Answer seen, Map<String, ?> wrong) {
        var proposal =
                house.as(unit.officer()).accept(write(path + "/corrections", wrong)).orFail();
        return decide(
                unit.chief(),
                path + "/corrections/" + proposal.text("id") + "/confirmation",
                seen,
                Map.of("accepted", true));
    }

    private Answer decide(String client, String path, Answer seen, Map<String, ?> what) {
        var body = new HashMap<String, Object>(what);
        body.put("decisionNumber", "31/QĐ");
        body.put("decidedAt", Clock.systemUTC().instant());
        return house.as(client).accept(write(path, body).onVersion(seen.etag())).orFail();
    }

    private static Write write(String path, Map<String, ?> body) {
        return new Write(path, JsonMapper.shared().writeValueAsString(body));
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
