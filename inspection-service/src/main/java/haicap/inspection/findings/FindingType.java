package haicap.inspection.findings;

import haicap.inspection.Oversight;
import haicap.platform.records.Deed;
import haicap.platform.records.Kept;
import haicap.platform.records.RecordKeeping;
import haicap.platform.records.RecordType;
import haicap.platform.records.RecordType.Counted;
import haicap.platform.records.Records;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What makes a finding special among records, and all that can be done to it. */
@Configuration(proxyBeanMethods = false)
class FindingType {

    static final Deed RECORD = new Deed("record", "FindingRecorded");
    static final Deed REMEDY = new Deed("remedy", "FindingRemedied");
    static final Deed VERIFY = new Deed("verification", "FindingVerified");

    /** The remedy was not accepted. */
    static final Deed SEND_BACK = new Deed("return", "FindingReopened");

    /** The shortcoming came back. */
    static final Deed REOPEN = new Deed("reopening", "FindingReopened");

    private static final RecordType<Finding> TYPE =
            RecordType.of(Finding.class, Finding.KIND, "fi")
                    .numberedAs("TT")
                    .at("/api/v1/findings")
                    .passedOnAs(Finding.OBJECT_CLASS)
                    .told("haicap.inspection.v1", "Finding", "haicap.inspection.", State::of)
                    .shownAs(FindingView::of)
                    .textsKeptAs("finding-texts")
                    .erasing("UPDATE finding_reply SET text = '' WHERE finding_id = ANY (:ids)")
                    .dueAt(kept -> kept.record().dueAt())
                    .filteredBy("campaignId", "topic")
                    .toConfirmIn(FindingState.REMEDIED)
                    .reopenedBy(REOPEN)
                    .waitingFor("leaderPostId")
                    .alsoFiledBy(Oversight::isStaff)
                    .counted(
                            new Counted(
                                    """
                                    CASE WHEN r.state = 'OPEN' THEN
                                        ((r.body->>'dueOn')::date + 1)::timestamp
                                            AT TIME ZONE 'Asia/Ho_Chi_Minh'
                                    END
                                    """,
                                    Map.of(
                                            "findingsOpen",
                                            "open",
                                            "findingsOverdue",
                                            "due <= :at")))
                    .declared();

    @Bean
    Records<Finding> findings(RecordKeeping keeping) {
        return keeping.of(TYPE, Oversight::seesAll);
    }

    /** The whole public state, as others hear of it: never any free text. */
    record State(
            String id,
            String number,
            String visitId,
            String campaignId,
            String unitId,
            Topic topic,
            Severity severity,
            FindingState state,
            boolean open,
            String ownerPostId,
            String leaderPostId,
            LocalDate dueOn,
            @Nullable Instant dueAt,
            Instant recordedAt) {

        static State of(Kept<Finding> kept) {
            var finding = kept.record();
            return new State(
                    finding.head().id(),
                    finding.head().number(),
                    finding.visitId(),
                    finding.campaignId(),
                    finding.head().unitId(),
                    finding.topic(),
                    finding.severity(),
                    finding.state(),
                    finding.isOpen(),
                    finding.ownerPostId(),
                    finding.leaderPostId(),
                    finding.dueOn(),
                    finding.dueAt(),
                    finding.head().openedAt());
        }
    }
}
