package haicap.specimen.repairs;

import haicap.platform.deadlines.Obliged;
import haicap.platform.deadlines.RunningDeadline;
import haicap.platform.records.Deed;
import haicap.platform.records.Kept;
import haicap.platform.records.RecordKeeping;
import haicap.platform.records.RecordLaw;
import haicap.platform.records.RecordType;
import haicap.platform.records.RecordType.Counted;
import haicap.platform.records.Records;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What makes a repair special among records, and what can be done to it. */
@Configuration(proxyBeanMethods = false)
class RepairType {

    static final Deed ASK = new Deed("ask", "RepairAsked", "repair.asked");
    static final Deed ORDER = new Deed("order", "RepairOrdered", "repair.ordered");
    static final Deed PASS_ON = new Deed("passing-on", "RepairPassedOn");
    static final Deed COMPLETE = new Deed("completion", "RepairDone", "repair.done");

    static final RecordType<Repair> TYPE =
            RecordType.of(Repair.class, Repair.KIND, "rp")
                    .numberedAs("SC")
                    .at("/api/v1/repairs")
                    .passedOnAs(Repair.OBJECT_CLASS)
                    .told("haicap.specimen.v1", "Repair", "haicap.specimen.", State::of)
                    .shownAs(RepairController.View::of)
                    .textsKeptAs("obstacle-texts")
                    .law(RecordLaw.named("repairs"))
                    .dueAt(RepairType::dueAt)
                    .concerning("workshop", Repair::workshop)
                    .filteredBy("place")
                    .toConfirmIn(RepairState.ASKED)
                    .counted(
                            new Counted(
                                    """
                                    (SELECT min(c.due_at)
                                     FROM record_clock c
                                     WHERE c.record_id = r.id AND c.met_at IS NULL)
                                    """,
                                    Map.of("repairsOpen", "open", "repairsOverdue", "due <= :at")))
                    .tellingOverdueAs("RepairOverdue")
                    .declared();

    @Bean
    Records<Repair> repairs(RecordKeeping keeping) {
        return keeping.of(TYPE, RepairRights::seesAll);
    }

    static @Nullable Instant dueAt(Kept<Repair> kept) {
        return kept.deadlines()
                .nextFor(
                        kept.record().state() == RepairState.ASKED
                                ? Obliged.STAFF_OFFICE
                                : Obliged.DEPARTMENT)
                .map(RunningDeadline::dueAt)
                .orElse(null);
    }

    /** The whole public state. */
    record State(
            String id,
            String number,
            String unitId,
            RepairState state,
            Repair.Place place,
            Instant askedAt,
            @Nullable Instant dueAt) {

        static State of(Kept<Repair> kept) {
            var repair = kept.record();
            return new State(
                    repair.head().id(),
                    repair.head().number(),
                    repair.head().unitId(),
                    repair.state(),
                    repair.place(),
                    repair.head().openedAt(),
                    RepairType.dueAt(kept));
        }
    }
}
