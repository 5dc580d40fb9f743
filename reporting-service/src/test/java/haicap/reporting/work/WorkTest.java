package haicap.reporting.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import haicap.platform.time.Hanoi;
import haicap.reporting.files.Appointment;
import haicap.reporting.files.Counted;
import haicap.reporting.files.CrimeReport;
import haicap.reporting.files.CrimeReport.Outcome;
import haicap.reporting.files.Fact;
import haicap.reporting.files.Finding;
import haicap.reporting.files.Obstacle;
import haicap.reporting.files.Visit;
import haicap.reporting.testing.City;
import haicap.reporting.testing.Client;
import haicap.reporting.testing.Events;
import haicap.reporting.testing.Reporting;
import haicap.reporting.testing.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The one list of work, from what all services tell. */
class WorkTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final Reporting reporting = Reporting.shared();
    private final Client chief = Client.holding(City.CHIEF, reporting);
    private final Client director = Client.holding(City.DIRECTOR, reporting);
    private final Client pc01 = Client.holding(City.PC01_HEAD, reporting);
    private final Instant now = reporting.clock().instant();

    @Test
    void whatFallsToAUnitComesFromAllServicesMostPressingFirst() {
        var later = told(City.BA_DINH, report(null, now.plus(DAY)));
        var late = told(City.BA_DINH, finding(now.minus(DAY)));
        var unpressed = told(City.BA_DINH, new Obstacle("ANSWERED", true, City.PC01, null, null));
        var others = told(City.HOAN_KIEM, report(null, now.minus(DAY)));

        assertThat(ids(chief, ""))
                .containsSubsequence(late, later, unpressed)
                .doesNotContain(others);
    }

    @Test
    void anItemSaysWhoseItIsWhereItIsReadAndWhatOthersMayKnowOfIt() {
        var id = told(City.BA_DINH, report("post-1", now.plus(DAY)));

        var item = item(chief, "", id);

        assertThat(item.path("kind").asString()).isEqualTo("crime-report");
        assertThat(item.path("path").asString()).isEqualTo("/api/v1/crime-reports/" + id);
        assertThat(item.path("postId").asString()).isEqualTo("post-1");
        assertThat(item.path("dueAt").asString()).isEqualTo(now.plus(DAY).toString());
        assertThat(item.path("about").path("open").asBoolean()).isTrue();
    }

    @Test
    void aDecidedReportStaysWhileSomethingMustBeSentOrTold() {
        var owing = told(City.BA_DINH, decided(now.plus(DAY)));
        var done = told(City.BA_DINH, decided(null));

        assertThat(ids(chief, "")).contains(owing).doesNotContain(done);
    }

    @Test
    void mineIsWhatAPostOfTheCallerWasDecidedOn() {
        var mine = told(City.BA_DINH, report(City.CHIEF, null));
        var ledByMe = told(City.HOAN_KIEM, visit(City.CHIEF));
        var unowned = told(City.BA_DINH, report(null, null));

        assertThat(ids(chief, "view=MINE")).contains(mine, ledByMe).doesNotContain(unowned);
        assertThat(ids(chief, "view=UNOWNED")).contains(unowned).doesNotContain(mine);
    }

    @Test
    void whatIsDueSoonAndWhatIsOverdueAreApart() {
        var soon = told(City.BA_DINH, report(null, now.plus(Duration.ofDays(3))));
        var overdue = told(City.BA_DINH, report(null, now));
        var far = told(City.BA_DINH, report(null, now.plus(Duration.ofDays(3)).plusMillis(1)));

        assertThat(ids(chief, "view=DUE_SOON")).contains(soon).doesNotContain(overdue, far);
        assertThat(ids(chief, "view=OVERDUE")).contains(overdue).doesNotContain(soon, far);
    }

    @Test
    void anObstacleWaitsForTheDepartmentInChargeAndThenForTheUnitToConfirm() {
        var asked =
                told(City.BA_DINH, new Obstacle("TRIAGED", true, City.PC01, null, now.plus(DAY)));
        var answered = told(City.BA_DINH, new Obstacle("ANSWERED", true, City.PC01, null, null));

        assertThat(ids(pc01, "")).contains(asked).doesNotContain(answered);
        assertThat(ids(chief, "view=TO_CONFIRM")).contains(answered).doesNotContain(asked);
    }

    @Test
    void thePredecessorsWorkIsTheHeirs() {
        var old = told(City.TRUC_BACH, report(null, now.minus(DAY)));

        assertThat(ids(chief, "view=OVERDUE")).contains(old);
    }

    @Test
    void theCommandListsAllUnitsAnOfficeWhatItOverseesOthersTheirOwn() {
        var report = told(City.HOAN_KIEM, report(null, now.minus(DAY)));
        var finding = told(City.HOAN_KIEM, finding(now.minus(DAY)));

        assertThat(ids(director, "view=OVERDUE")).contains(report, finding);
        assertThat(ids(pc01, "view=OVERDUE")).contains(report).doesNotContain(finding);
        assertThat(ids(pc01, "unitId=" + City.HOAN_KIEM)).contains(report).doesNotContain(finding);
        assertThat(ids(director, "kind=finding&unitId=" + City.HOAN_KIEM))
                .contains(finding)
                .doesNotContain(report);
        assertThat(status(chief, "unitId=" + City.HOAN_KIEM)).isEqualTo(404);
        assertThat(status(director, "unitId=none")).isEqualTo(404);
        assertThat(ids(Client.system("feed.city", reporting), "view=OVERDUE")).isEmpty();
    }

    @Test
    void isFoundByItsNumberOrThatOfAnOldRegisterByWhoeverMayListIt() {
        var number = "00004/TB/2025/" + UUID.randomUUID();
        var old = "old-" + UUID.randomUUID();
        var names = Map.of("number", number, "registerNumber", old);
        var id = told(City.HOAN_KIEM, report(null, now.plus(DAY)), names);

        assertThat(ids(pc01, "number=" + number)).containsExactly(id);
        assertThat(ids(pc01, "number=" + old)).containsExactly(id);
        assertThat(ids(pc01, "number=" + number + "&view=OVERDUE")).isEmpty();
        assertThat(ids(chief, "number=" + number)).isEmpty();
        assertThat(item(pc01, "number=" + old, id).path("number").asString()).isEqualTo(number);
    }

    @Test
    void isFoundByTheNumbersThatOthersGave() {
        var one = "27/VKS-" + UUID.randomUUID();
        var other = "5/TA-" + UUID.randomUUID();
        var numbers = Map.of("referenceNumbers", List.of(one, other));
        var id = told(City.HOAN_KIEM, report(null, now.plus(DAY)), numbers);

        assertThat(ids(pc01, "number=" + one)).containsExactly(id);
        assertThat(ids(pc01, "number=" + other)).containsExactly(id);
        assertThat(ids(chief, "number=" + one)).isEmpty();
    }

    @Test
    void comesInPartsThatTogetherAreTheWhole() {
        for (int i = 0; i < 3; i++) {
            told(City.BA_DINH, report(null, i == 0 ? null : now.plus(DAY)));
        }
        var parts = new ArrayList<String>();
        var part = chief.json("/api/v1/work?limit=2");
        for (; ; part = chief.json("/api/v1/work?limit=2&cursor=" + part.path("next").asString())) {
            parts.addAll(ids(part));
            if (part.path("next").isNull()) {
                break;
            }
        }

        assertThat(parts).isEqualTo(ids(chief, "")).doesNotHaveDuplicates();
    }

    @Test
    void aViewOrKindThatThereIsNotIsRefusedAndSaysWhichThereAre() {
        assertThat(status(chief, "view=URGENT")).isEqualTo(400);
        var refused = chief.get("/api/v1/work?kind=case");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("kind");
    }

    @Test
    void anAppointmentIsNobodysWork() {
        var made = told(City.BA_DINH, new Appointment(City.CHIEF, now));
        assertThat(ids(chief, "kind=appointment")).doesNotContain(made);
        assertThat(ids(director, "kind=appointment&unitId=" + City.BA_DINH)).isEmpty();
    }

    private static CrimeReport report(@Nullable String post, @Nullable Instant dueAt) {
        var at = Instant.parse("2025-09-01T00:00:00Z");
        return new CrimeReport(at, true, dueAt, post, City.BA_DINH, List.of(), null, null, null);
    }

    private CrimeReport decided(@Nullable Instant dueAt) {
        var unit = City.BA_DINH;
        return new CrimeReport(
                now, false, dueAt, null, unit, List.of(), Outcome.NOT_INSTITUTED, now, unit);
    }

    private static Finding finding(Instant dueAt) {
        return new Finding(true, "owner", "leader", dueAt);
    }

    private Visit visit(String leader) {
        var today = Hanoi.dayOf(now);
        return new Visit(today, today.plusDays(3), leader, today, null);
    }

    /** Arrives as its source tells of it; gives its id. */
    private String told(String unit, Counted counted) {
        return told(unit, counted, Map.of());
    }

    private String told(String unit, Counted counted, Map<String, ?> names) {
        var fact = Told.fact("w-" + UUID.randomUUID(), 1, unit, counted, names);
        Events.send(Events.of(fact, event(fact), now));
        await().atMost(Duration.ofSeconds(20)).until(() -> isKnown(fact.id()));
        return fact.id();
    }

    private static String event(Fact fact) {
        return Events.aggregate(fact) + "Snapshot";
    }

    private boolean isKnown(String id) {
        return reporting
                .jdbc()
                .queryForObject("SELECT EXISTS (SELECT FROM fact WHERE id = ?)", Boolean.class, id);
    }

    private static JsonNode item(Client caller, String query, String id) {
        return caller.json("/api/v1/work?limit=500&" + query)
                .path("items")
                .valueStream()
                .filter(item -> item.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(Client caller, String query) {
        return ids(caller.json("/api/v1/work?limit=500&" + query));
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items").valueStream().map(item -> item.path("id").asString()).toList();
    }

    private static int status(Client caller, String query) {
        return caller.get("/api/v1/work?" + query).statusCode();
    }
}
