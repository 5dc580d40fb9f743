package haicap.org.transfers;

import haicap.org.transfers.FunctionTransfer.Minute;
import haicap.platform.deadlines.RunningDeadline;
import haicap.platform.events.Version;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.records.Kept;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A transfer as its readers see it.
 *
 * @param unitId the receiving unit, as things are today
 * @param dueAt by when first results must be reported, while that clock runs
 */
@TellsOf(Matter.FUNCTION_TRANSFER)
record FunctionTransferView(
        String id,
        String number,
        Version version,
        String unitId,
        TransferState state,
        String functionId,
        @Nullable String fromAgency,
        @Nullable String fromUnitId,
        @Nullable String toPostId,
        LocalDate effectiveOn,
        String legalBasis,
        @Nullable Minute minute,
        @Nullable Instant reportedAt,
        @Nullable Instant dueAt,
        @Nullable String results,
        @Nullable String difficulties,
        @Nullable String recommendations) {

    static FunctionTransferView of(Kept<FunctionTransfer> kept) {
        var transfer = kept.record();
        var texts = transfer.texts();
        return new FunctionTransferView(
                transfer.head().id(),
                transfer.head().number(),
                kept.version(),
                kept.custodian(),
                transfer.state(),
                transfer.functionId(),
                transfer.fromAgency(),
                transfer.fromUnitId(),
                transfer.toPostId(),
                transfer.effectiveOn(),
                transfer.legalBasis(),
                transfer.minute(),
                transfer.reportedAt(),
                FunctionTransferType.due(kept).map(RunningDeadline::dueAt).orElse(null),
                texts.results(),
                texts.difficulties(),
                texts.recommendations());
    }
}
