package haicap.casework.reports;

import haicap.platform.deadlines.RunningDeadline;
import haicap.platform.records.Deed;
import haicap.platform.records.Kept;
import haicap.platform.records.RecordKeeping;
import haicap.platform.records.RecordType;
import haicap.platform.records.RecordType.Counted;
import haicap.platform.records.RecordType.Deeds;
import haicap.platform.records.Records;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What makes a crime report special among records, and all that can be done to it. */
@Configuration(proxyBeanMethods = false)
class CrimeReportType {

    static final Deed RECEIVE = new Deed("receipt", "CrimeReportReceived");
    static final Deed IMPORT = new Deed("import", "CrimeReportImported");
    static final Deed CLASSIFY = new Deed("classification", "CrimeReportClassified");
    static final Deed ASSIGN = new Deed("assignment", "CrimeReportAssigned");
    static final Deed HAND_OVER = new Deed("hand-over", "CrimeReportHandedOver");
    static final Deed EXTEND = new Deed("extension", "CrimeReportExtended");
    static final Deed INSTITUTE = new Deed("institution", "CrimeReportInstituted");
    static final Deed NOT_INSTITUTE = new Deed("non-institution", "CrimeReportNotInstituted");
    static final Deed CORRECT = new Deed("correction", "CrimeReportCorrected");

    private static final String OPEN = "state NOT IN ('INSTITUTED', 'NOT_INSTITUTED')";

    private static final RecordType<CrimeReport> TYPE =
            RecordType.of(CrimeReport.class, CrimeReport.KIND, "cr")
                    .numberedAs("TB")
                    .at("/api/v1/crime-reports")
                    .passedOnAs(CrimeReport.OBJECT_CLASS)
                    .told("haicap.case.v1", "CrimeReport", "haicap.case.", State::of)
                    .shownAs(CrimeReportView::of)
                    .textsKeptAs("crime-report-texts")
                    .openedAsTold()
                    .law(CrimeReportLaw.RULES)
                    .dueAt(kept -> due(kept).map(RunningDeadline::dueAt).orElse(null))
                    // a decided report stays at hand while something must still be sent or told
                    .openWhile(kept -> kept.record().isOpen() || due(kept).isPresent())
                    .seenBy(CrimeReport::formerUnits)
                    .alsoFiledBy(CrimeReportRights::headsInvestigationOffice)
                    .filteredBy("category")
                    .alsoFoundBy("registerNumber")
                    .counted(
                            new Counted(
                                    """
                                    (SELECT min(c.due_at)
                                     FROM record_clock c
                                     WHERE c.record_id = r.id
                                       AND c.met_at IS NULL AND c.ended_at IS NULL
                                       AND c.obliges = r.body->>'holder')
                                    """,
                                    Map.of(
                                            "reportsOpen", OPEN,
                                            "reportsDueSoon",
                                                    OPEN
                                                            + """
                                                             AND due > :at
                                                            AND due <= :at + interval '72 hours'
                                                            """,
                                            "reportsOverdue", OPEN + " AND due <= :at"),
                                    List.of(
                                            new Deeds(
                                                    "SELECT to_jsonb(r.opened_at)",
                                                    "r.body->>'receivedBy'",
                                                    Map.of(
                                                            "reportsReceivedToday",
                                                            """
                                                            (deed#>>'{}')::timestamptz >= :dayFrom
                                                            AND (deed#>>'{}')::timestamptz < :dayTo
                                                            """)),
                                            new Deeds(
                                                    "SELECT jsonb_array_elements(r.body->'handOvers')",
                                                    "deed->>'unitId'",
                                                    Map.of(
                                                            "reportsHandedOverThisMonth",
                                                            thisMonth("true"))),
                                            new Deeds(
                                                    "SELECT r.body->'conclusion' WHERE r.body->'conclusion' IS NOT NULL",
                                                    "deed->>'byUnitId'",
                                                    Map.of(
                                                            "reportsInstitutedThisMonth",
                                                            thisMonth(
                                                                    "deed->>'outcome' = 'INSTITUTED'"),
                                                            "reportsNotInstitutedThisMonth",
                                                            thisMonth(
                                                                    "deed->>'outcome' = 'NOT_INSTITUTED'"))))))
                    .declared();

    private static String thisMonth(String such) {
        return """
        %s
        AND (deed->>'at')::timestamptz >= :monthFrom AND (deed->>'at')::timestamptz < :monthTo
        """
                .formatted(such);
    }

    @Bean
    Records<CrimeReport> crimeReports(RecordKeeping keeping) {
        return keeping.of(TYPE, CrimeReportRights::seesAll);
    }

    /** What its holder must do next: the earliest running clock that obliges him. */
    static Optional<RunningDeadline> due(Kept<CrimeReport> kept) {
        return kept.deadlines().nextFor(kept.record().holder());
    }

    // What is told of each deed; at is always the legal moment: of receipt, or of the decision.

    record Classified(
            Instant at,
            String byPost,
            Category categoryBefore,
            @Nullable Severity severityBefore,
            boolean turnedUrgent) {}

    record Assigned(Instant at, String byPost, @Nullable String postBefore) {}

    record HandedOver(Instant at, String byPost, String fromUnitId, String toUnitId) {}

    /** The term of decision is extended: by which rule, to when. */
    record Extended(Instant at, String byPost, String rule, Instant dueAt) {}

    /** What is owed besides the handling itself was sent or told. */
    record DutyCompleted(Instant at, String byPost, Duty duty, String rule) {}

    /** A hand-over that was made. */
    record HandOverMade(Instant at, String unitId) {

        static HandOverMade of(HandOver made) {
            return new HandOverMade(made.at(), made.unitId());
        }
    }

    /** The whole public state, as others hear of it: never any free text. */
    record State(
            String id,
            String number,
            @Nullable String registerNumber,
            String unitId,
            ReportState state,
            boolean open,
            Category category,
            @Nullable Severity severity,
            Channel channel,
            boolean urgent,
            LocalDate occurredOn,
            Instant receivedAt,
            @Nullable Instant dueAt,
            @Nullable String dueRule,
            @Nullable String assignedPostId,
            String receivedBy,
            List<HandOverMade> handOvers,
            @Nullable ReportOutcome outcome,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy) {

        static State of(Kept<CrimeReport> kept) {
            var report = kept.record();
            var due = due(kept);
            var how = report.conclusion();
            return new State(
                    report.head().id(),
                    report.head().number(),
                    report.registerNumber(),
                    report.head().unitId(),
                    report.state(),
                    report.isOpen(),
                    report.category(),
                    report.severity(),
                    report.channel(),
                    report.urgent(),
                    report.occurredOn(),
                    report.receivedAt(),
                    due.map(RunningDeadline::dueAt).orElse(null),
                    due.map(clock -> clock.rule().id()).orElse(null),
                    report.head().decidedPost(),
                    report.receivedBy(),
                    report.handOvers().stream().map(HandOverMade::of).toList(),
                    how == null ? null : how.outcome(),
                    how == null ? null : how.at(),
                    how == null ? null : how.byUnitId());
        }
    }
}
