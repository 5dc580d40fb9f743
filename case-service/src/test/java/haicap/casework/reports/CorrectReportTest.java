package haicap.casework.reports;

import static haicap.casework.testing.Bodies.ruling;
import static haicap.casework.testing.Bodies.with;
import static haicap.casework.testing.Caller.holding;
import static org.assertj.core.api.Assertions.assertThat;

import haicap.casework.testing.Bodies;
import haicap.casework.testing.Caller;
import haicap.casework.testing.Caller.Answered;
import haicap.casework.testing.CaseService;
import haicap.casework.testing.Hanoi;
import haicap.platform.records.Records;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CorrectReportTest {

    private static final String RIGHT = "2025-09-28T02:00:00Z";

    private final Caller duty = holding(Hanoi.DUTY);
    private final Caller chief = holding(Hanoi.CHIEF);

    /** A report whose moment of receipt was mistyped, put right. */
    static Answered corrected() {
        var report = received();
        var proposed = propose(holding(Hanoi.DUTY), report, "1-1", null, RIGHT);
        return confirm(holding(Hanoi.CHIEF), report, proposed, true);
    }

    @Test
    void aReceiptThatIsPutRightMovesTheClocksThatWentByIt() {
        var report = received();
        assertThat(report.at("/dueAt")).isEqualTo("2025-10-08T17:00:00Z");

        var proposed = propose(duty, report, "1-1", null, RIGHT);
        assertThat(proposed.status()).isEqualTo(201);
        assertThat(chief.get(Reports.path(report)).at("/dueAt")).isEqualTo(report.at("/dueAt"));
        var corrected = confirm(chief, report, proposed, true);

        assertThat(corrected.status()).isEqualTo(200);
        assertThat(corrected.at("/receivedAt")).isEqualTo(RIGHT);
        // the seventh day is a Sunday, so the term ends with Monday
        assertThat(corrected.at("/dueAt")).isEqualTo("2025-10-06T17:00:00Z");
        var clocks = chief.get(Reports.path(report) + "/deadlines");
        assertThat(clocks.at("/deadlines/0/start")).isEqualTo(RIGHT);
        assertThat(clocks.at("/deadlines/0/steps/0/why")).contains("7 ngày");
        assertThat(Reports.clocks(corrected)).hasSize(2);
    }

    @Test
    void theFormerEntryStaysAndWhatWasCorrectedIsToldBesideIt() {
        var report = received();
        var proposed = propose(duty, report, "1-1", null, RIGHT);
        confirm(chief, report, proposed, true);

        var history = chief.get(Reports.path(report) + "/history");
        var corrections = chief.get(Reports.path(report) + "/corrections");

        assertThat(history.at("/items/0/action")).isEqualTo("receipt");
        assertThat(history.at("/items/1/action")).isEqualTo("correction");
        assertThat(history.at("/items/1/changes/receivedAt/to")).isEqualTo(RIGHT);
        assertThat(corrections.at("/items/0/state")).isEqualTo("CONFIRMED");
        assertThat(corrections.at("/items/0/atBefore")).isEqualTo(report.at("/receivedAt"));
        assertThat(corrections.at("/items/0/reason")).isEqualTo("Gõ nhầm");
        assertThat(corrections.at("/items/0/decidedByPost")).isEqualTo(Hanoi.CHIEF);
    }

    @Test
    void whoProposedItDoesNotConfirmIt() {
        var report = received();
        var proposed = propose(chief, report, "1-1", null, RIGHT);

        var confirmed = confirm(chief, report, proposed, true);

        assertThat(confirmed.status()).isEqualTo(403);
        assertThat(confirmed.at("/code")).isEqualTo("own-correction");
        assertThat(confirm(duty, report, proposed, true).at("/code")).isEqualTo("not-authorised");
    }

    @Test
    void whatIsRejectedChangesNothingAndIsDecided() {
        var report = received();
        var proposed = propose(duty, report, "1-1", null, RIGHT);

        var rejected = confirm(chief, report, proposed, false);

        assertThat(rejected.status()).isEqualTo(200);
        assertThat(rejected.at("/receivedAt")).isEqualTo(report.at("/receivedAt"));
        assertThat(rejected.header("ETag")).isEqualTo(report.header("ETag"));
        assertThat(confirm(chief, report, proposed, true).at("/code"))
                .isEqualTo("correction-decided");
    }

    @Test
    void ofTwoCorrectionsOfOneEntryTheSecondIsOvertaken() {
        var report = received();
        var one = propose(duty, report, "1-1", null, RIGHT);
        var other = propose(duty, report, "1-1", null, "2025-09-29T02:00:00Z");
        var corrected = confirm(chief, report, one, true);

        assertThat(confirm(chief, corrected, other, true).at("/code"))
                .isEqualTo("correction-overtaken");
    }

    @Test
    void theNumberOfADecisionIsPutRightAndFound() {
        var classified = Reports.classified();
        var number = "12/QĐ-" + System.nanoTime();
        var proposed = propose(duty, classified, "1-2", number, null);
        var corrected = confirm(chief, classified, proposed, true);

        assertThat(corrected.status()).isEqualTo(200);
        assertThat(CaseService.bean(Records.class).corrections().history(classified.at("/id")))
                .extracting("decisionNumber")
                .contains(number);
    }

    @Test
    void refusesWhatCannotHaveBeen() {
        var classified = Reports.classified();

        assertThat(fault(propose(duty, classified, "1-9", null, RIGHT))).isEqualTo("no-such-entry");
        assertThat(fault(propose(duty, classified, "1-2", null, null)))
                .isEqualTo("nothing-to-correct");
        assertThat(fault(propose(duty, classified, "1-1", "1/QĐ", null)))
                .isEqualTo("entry-without-decision");
        assertThat(fault(propose(duty, classified, "1-2", null, "2025-09-30T00:00:00Z")))
                .isEqualTo("instant-too-early");
        assertThat(fault(propose(duty, classified, "1-2", null, "2025-11-30T00:00:00Z")))
                .isEqualTo("after-recording");
        var later =
                CaseService.clock()
                        .at("2025-10-02T02:00:00Z", () -> Reports.classify(chief, classified));
        assertThat(later.status()).isEqualTo(200);
        var early =
                confirm(
                        chief,
                        later,
                        propose(duty, later, "1-1", null, "2025-09-01T02:00:00Z"),
                        true);
        assertThat(fault(early)).isEqualTo("occurred-after-receipt");
        assertThat(propose(holding(Hanoi.OTHER_DUTY), classified, "1-2", null, RIGHT).status())
                .isEqualTo(404);
    }

    /** Made anew from the history, clocks are what they became step by step. */
    @Test
    void clocksFollowFromTheHistory() {
        var head = holding(Hanoi.PC01_HEAD);
        var assigned = Reports.assign(chief, Reports.classified(), Hanoi.DUTY);
        var extended = Reports.decide(head, Reports.handedOver(assigned), "extension", ruling());
        var instituted = Reports.decide(head, extended, "institution", ruling());
        var sent =
                Reports.decide(head, instituted, "duties/decision-dispatch/completion", ruling());
        var ended = Reports.notInstituted();

        for (var id : List.of(sent.at("/id"), ended.at("/id"), Reports.received().at("/id"))) {
            Records<CrimeReport> reports = CaseService.bean(Records.class);
            var kept = reports.get(id);
            var rights = CaseService.bean(CrimeReportRights.class);
            assertThat(
                            CaseService.bean(CrimeReportLaw.class)
                                    .anew(
                                            kept.record(),
                                            reports.corrections().history(id),
                                            rights::holderThen)
                                    .all())
                    .containsExactlyInAnyOrderElementsOf(kept.deadlines().all());
        }
    }

    /** Of something that happened some days before. */
    private static Answered received() {
        return holding(Hanoi.DUTY)
                .post(Reports.PATH, with(Bodies.intake(), "occurredOn", "2025-09-20"));
    }

    private static Answered propose(
            Caller by,
            Answered report,
            String entry,
            @Nullable String number,
            @Nullable String at) {
        var body = new HashMap<String, Object>(Map.of("entry", entry, "reason", "Gõ nhầm"));
        if (number != null) {
            body.put("decisionNumber", number);
        }
        if (at != null) {
            body.put("at", at);
        }
        return by.post(Reports.path(report) + "/corrections", body);
    }

    private static Answered confirm(Caller by, Answered seen, Answered proposed, boolean accepted) {
        return Reports.decide(
                by,
                seen,
                "corrections/" + proposed.at("/id") + "/confirmation",
                with(ruling(), "accepted", accepted));
    }

    private static String fault(Answered refused) {
        assertThat(refused.status()).isEqualTo(422);
        return refused.at("/errors/0/code");
    }
}
