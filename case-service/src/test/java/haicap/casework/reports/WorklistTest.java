package haicap.casework.reports;

import static haicap.casework.testing.Bodies.ruling;
import static haicap.casework.testing.Caller.holding;
import static org.assertj.core.api.Assertions.assertThat;

import haicap.casework.testing.Caller;
import haicap.casework.testing.CaseService;
import haicap.casework.testing.Hanoi;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorklistTest {

    private final Caller duty = holding(Hanoi.DUTY);
    private final Caller chief = holding(Hanoi.CHIEF);

    @Test
    void mineIsWhatIsAssignedToAPostOfTheCaller() {
        var mine = Reports.assign(chief, Reports.classified(), Hanoi.DUTY).at("/id");
        var others = Reports.assign(chief, Reports.classified(), Hanoi.DEPUTY).at("/id");

        assertThat(ids(duty, "mine")).contains(mine).doesNotContain(others);
        assertThat(ids(holding(Hanoi.DEPUTY), "mine")).contains(others).doesNotContain(mine);
    }

    @Test
    void theUnitsOwnIsThereUntilItIsHandedOver() {
        var ours = Reports.received();
        var theirs = Reports.receivedBy(Hanoi.OTHER_DUTY).at("/id");
        assertThat(ids(duty, "unit")).contains(ours.at("/id")).doesNotContain(theirs);

        Reports.handedOver(ours);

        assertThat(ids(duty, "unit")).doesNotContain(ours.at("/id"));
        assertThat(ids(holding(Hanoi.PC01_HEAD), "unit")).contains(ours.at("/id"));
    }

    @Test
    void whatIsDueWithinThreeDaysAndWhatIsOverdueAreApart() {
        var report = Reports.received().at("/id");

        assertThat(ids(duty, "due-soon")).doesNotContain(report);
        assertThat(at("2025-10-05T17:00:00Z", "due-soon")).contains(report);
        assertThat(at("2025-10-05T17:00:00Z", "overdue")).doesNotContain(report);
        assertThat(at("2025-10-08T17:00:00Z", "due-soon")).doesNotContain(report);
        assertThat(at("2025-10-08T17:00:00Z", "overdue")).contains(report);
    }

    @Test
    void aDecidedReportStaysWhileSomethingMustBeSentOrTold() {
        var head = holding(Hanoi.PC01_HEAD);
        var refused = Reports.refused();
        assertThat(ids(head, "unit")).contains(refused.at("/id"));
        assertThat(ids(head, "unowned")).doesNotContain(refused.at("/id"));

        var sent = Reports.decide(head, refused, "duties/decision-dispatch/completion", ruling());
        Reports.decide(head, sent, "duties/reporter-notice/completion", ruling());

        assertThat(ids(head, "unit")).doesNotContain(refused.at("/id"));
    }

    @Test
    void unownedIsWhatNobodyWorksOn() {
        var unassigned = Reports.received().at("/id");
        var owned = Reports.assign(chief, Reports.classified(), Hanoi.DUTY).at("/id");
        var deserted = Reports.assign(chief, Reports.classified(), Hanoi.DUTY).at("/id");
        CaseService.jdbc()
                .sql("UPDATE crime_report SET assigned_post_id = ? WHERE id = ?")
                .params(Hanoi.VACANT, deserted)
                .update();

        assertThat(ids(duty, "unowned")).contains(unassigned, deserted).doesNotContain(owned);
    }

    @Test
    void thePredecessorsFilesAreTheHeirs() {
        var old =
                CaseService.clock()
                        .at("2025-06-20T02:00:00Z", () -> Reports.receivedBy(Hanoi.OLD_CHIEF));

        assertThat(ids(duty, "overdue")).contains(old.at("/id"));
    }

    @Test
    void theCommandLooksAtAnyUnitOthersOnlyAtTheirOwn() {
        var theirs = Reports.receivedBy(Hanoi.OTHER_DUTY).at("/id");

        assertThat(ids(holding(Hanoi.DIRECTOR), "unit&unitId=" + Hanoi.HOAN_KIEM)).contains(theirs);
        assertThat(duty.get(path("unit&unitId=" + Hanoi.HOAN_KIEM)).status()).isEqualTo(404);
        assertThat(ids(Caller.system("feed.city"), "unit")).isEmpty();
    }

    @Test
    void comesInPartsMostPressingFirst() {
        for (int i = 0; i < 3; i++) {
            Reports.received();
        }
        var whole = ids(duty, "unit");
        var parts = new ArrayList<String>();
        var part = duty.get(path("unit&limit=2"));
        while (true) {
            parts.addAll(ids(part));
            if (part.body().at("/next").isNull()) {
                break;
            }
            part = duty.get(path("unit&limit=2&cursor=" + part.at("/next")));
        }

        assertThat(parts).isEqualTo(whole).doesNotHaveDuplicates();
        assertThat(
                        duty.get(path("unit&limit=500"))
                                .body()
                                .at("/items")
                                .valueStream()
                                .map(item -> item.at("/dueAt").asString("infinity")))
                .isSorted();
    }

    @Test
    void refusesViewsThatThereAreNot() {
        var answer = duty.get(path("urgent"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/code")).isEqualTo("view-unknown");
        assertThat(duty.get(Reports.PATH + "/worklist").status()).isEqualTo(400);
    }

    private List<String> at(String instant, String view) {
        return CaseService.clock().at(instant, () -> ids(duty, view));
    }

    private static List<String> ids(Caller caller, String view) {
        return ids(caller.get(path(view + "&limit=500")));
    }

    private static List<String> ids(Caller.Answered page) {
        assertThat(page.status()).isEqualTo(200);
        return page.body().at("/items").valueStream().map(it -> it.at("/id").asString()).toList();
    }

    private static String path(String view) {
        return Reports.PATH + "/worklist?view=" + view;
    }
}
