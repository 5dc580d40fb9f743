package haicap.inspection.visits;

import haicap.inspection.Oversight;
import haicap.platform.orgcopy.Title;
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
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What makes a visit special among records, and all that can be done to it. */
@Configuration(proxyBeanMethods = false)
class VisitType {

    static final Deed SCHEDULE = new Deed("schedule", "VisitScheduled");
    static final Deed CONCLUDE = new Deed("conclusion", "VisitConcluded");

    /** What counts stays with the unit that was visited; only the record passes to an heir. */
    private static final RecordType<Visit> TYPE =
            RecordType.of(Visit.class, Visit.KIND, "vi")
                    .numberedAs("LKT")
                    .at("/api/v1/visits")
                    .passedOnAs(Visit.OBJECT_CLASS)
                    .told("haicap.inspection.v1", "Visit", "haicap.inspection.", State::of)
                    .shownAs(VisitView::of)
                    .textsKeptAs("visit-texts")
                    .dueAt(kept -> kept.record().dueAt())
                    .alsoFiledBy(Oversight::isStaff)
                    .filteredBy("team")
                    .answerableBy(post -> post.title() == Title.DEPUTY_DIRECTOR)
                    .counted(
                            new Counted(
                                    "due_at",
                                    Map.of(),
                                    List.of(
                                            Deeds.ofStored(
                                                    Map.of(
                                                            "visitsConcluded",
                                                            """
                                                            state = 'CONCLUDED'
                                                            AND (:at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
                                                                BETWEEN (body->>'campaignFrom')::date
                                                                    AND (body->>'campaignTo')::date
                                                            """)))))
                    .declared();

    @Bean
    Records<Visit> visits(RecordKeeping keeping) {
        return keeping.of(TYPE, Oversight::seesAll);
    }

    /** What is told of a conclusion; the findings are told one by one. */
    record Concluded(Instant at, String byPost, int findings) {}

    /** The whole public state, as others hear of it. */
    record State(
            String id,
            String number,
            String campaignId,
            LocalDate campaignFrom,
            LocalDate campaignTo,
            String unitId,
            int team,
            String leaderPostId,
            LocalDate scheduledOn,
            VisitState state,
            @Nullable Instant concludedAt) {

        static State of(Kept<Visit> kept) {
            var visit = kept.record();
            return new State(
                    visit.head().id(),
                    visit.head().number(),
                    visit.campaignId(),
                    visit.campaignFrom(),
                    visit.campaignTo(),
                    visit.head().unitId(),
                    visit.team(),
                    visit.leaderPostId(),
                    visit.scheduledOn(),
                    visit.state(),
                    visit.concludedAt());
        }
    }
}
