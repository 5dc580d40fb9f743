package haicap.org.transfers;

import haicap.org.events.RecordsTopic;
import haicap.platform.access.Caller;
import haicap.platform.deadlines.Obliged;
import haicap.platform.deadlines.RunningDeadline;
import haicap.platform.orgcopy.Function;
import haicap.platform.orgcopy.HeldPost;
import haicap.platform.orgcopy.Title;
import haicap.platform.records.Deed;
import haicap.platform.records.Kept;
import haicap.platform.records.RecordKeeping;
import haicap.platform.records.RecordLaw;
import haicap.platform.records.RecordType;
import haicap.platform.records.Records;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What makes a transfer of a function special among records, and all that can be done to it. */
@Configuration(proxyBeanMethods = false)
class FunctionTransferType {

    private static final RecordLaw LAW = RecordLaw.named("function-transfers");

    static final Deed PLAN = new Deed("plan", "FunctionTransferPlanned");
    static final Deed SIGN = new Deed("signature", "FunctionTransferSigned");

    static final Deed RECEIVE =
            new Deed("receipt", "FunctionTransferReceived", "function-transfer.received");

    static final Deed REPORT =
            new Deed("first-results", "FunctionTransferReported", "function-transfer.reported");

    static final Deed STABILISE = new Deed("stabilisation", "FunctionTransferStabilised");

    private static final RecordType<FunctionTransfer> TYPE =
            RecordType.of(FunctionTransfer.class, FunctionTransfer.KIND, "ft")
                    .numberedAs("CGN")
                    .at("/api/v1/function-transfers")
                    .passedOnAs(FunctionTransfer.OBJECT_CLASS)
                    .told(RecordsTopic.NAME, "FunctionTransfer", RecordsTopic.TYPES, State::of)
                    .shownAs(FunctionTransferView::of)
                    .textsKeptAs("function-transfer-texts")
                    .law(LAW)
                    .dueAt(kept -> due(kept).map(RunningDeadline::dueAt).orElse(null))
                    .concerning("fromUnitId", FunctionTransfer::fromUnitId)
                    .filteredBy("functionId")
                    .withoutPapers()
                    .declared();

    @Bean
    Records<FunctionTransfer> functionTransfers(RecordKeeping keeping, HoldersOfFunctions holders) {
        return keeping.of(TYPE, FunctionTransferType::seesAll, holders);
    }

    /** The city's command, and the heads of personnel and staff. */
    private static boolean seesAll(Caller caller) {
        return caller.holds(Title.CITY_DIRECTOR, Title.DEPUTY_DIRECTOR)
                || caller.holds(FunctionTransferType::prepares);
    }

    private static boolean prepares(HeldPost post) {
        return post.heads(Function.PERSONNEL) || post.heads(Function.STAFF);
    }

    /** The clock by which first results must be reported, while one runs. */
    static Optional<RunningDeadline> due(Kept<FunctionTransfer> kept) {
        return kept.deadlines().nextFor(Obliged.RECEIVING_UNIT);
    }

    /** The whole public state, as others hear of it: never any free text. */
    record State(
            String id,
            String number,
            String unitId,
            TransferState state,
            boolean open,
            String functionId,
            LocalDate effectiveOn,
            @Nullable Instant reportedAt,
            @Nullable Instant dueAt,
            @Nullable String dueRule) {

        static State of(Kept<FunctionTransfer> kept) {
            var transfer = kept.record();
            var due = due(kept);
            return new State(
                    transfer.head().id(),
                    transfer.head().number(),
                    transfer.head().unitId(),
                    transfer.state(),
                    transfer.isOpen(),
                    transfer.functionId(),
                    transfer.effectiveOn(),
                    transfer.reportedAt(),
                    due.map(RunningDeadline::dueAt).orElse(null),
                    due.map(each -> each.rule().id()).orElse(null));
        }
    }
}
