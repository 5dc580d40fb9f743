package haicap.org.transfers;

import haicap.platform.problems.Refusal;
import haicap.platform.records.Head;
import haicap.platform.records.WorkRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The transfer of a function. It is stored under the receiving unit.
 *
 * @param fromAgency the agency that performed it; null where a unit of the police did
 * @param fromUnitId the unit of the police that performed it; null for another agency
 * @param toPostId the one post that is to perform it; null for the unit as such
 * @param effectiveOn the first day on which the receiving unit performs it
 * @param legalBasis by what it passes
 * @param minute of the hand-over; null before
 * @param reportedAt when first results were reported; null before
 */
record FunctionTransfer(
        Head head,
        TransferState state,
        String functionId,
        @Nullable String fromAgency,
        @Nullable String fromUnitId,
        @Nullable String toPostId,
        LocalDate effectiveOn,
        String legalBasis,
        @Nullable Minute minute,
        @Nullable Instant reportedAt,
        Texts texts)
        implements WorkRecord {

    static final String KIND = "function-transfer";
    static final String OBJECT_CLASS = "FUNCTION_TRANSFER";

    /**
     * What was handed over.
     *
     * @param positions of the establishment
     * @param facilities places of work
     * @param dataRecords entries of registers and data bases
     */
    record Minute(
            String number, LocalDate dated, int positions, int facilities, long dataRecords) {}

    /** The report on first results. */
    record Texts(
            @Nullable String results,
            @Nullable String difficulties,
            @Nullable String recommendations) {}

    /** Decided. */
    FunctionTransfer signed(LocalDate today) {
        require(TransferState.PLANNED, "signature");
        if (effectiveOn.isBefore(today)) {
            throw Refusal.conflict(
                    "transfer-day-past", Map.of("id", head.id(), "day", effectiveOn));
        }
        return next(TransferState.SIGNED, minute, reportedAt, texts);
    }

    /** The receiving unit has it, and has seen what the minute says. */
    FunctionTransfer received(Minute of, LocalDate today) {
        require(TransferState.SIGNED, "receipt");
        if (today.isBefore(effectiveOn)) {
            throw Refusal.conflict(
                    "transfer-day-to-come", Map.of("id", head.id(), "day", effectiveOn));
        }
        return next(TransferState.TRANSFERRED, of, reportedAt, texts);
    }

    /** First results are reported. */
    FunctionTransfer reported(Texts report, Instant at) {
        require(TransferState.TRANSFERRED, "first-results");
        return next(state, minute, at, report);
    }

    /** Settled. */
    FunctionTransfer stabilised() {
        require(TransferState.TRANSFERRED, "stabilisation");
        if (reportedAt == null) {
            throw Refusal.conflict("first-results-missing", Map.of("id", head.id()));
        }
        return next(TransferState.STABILISED, minute, reportedAt, texts);
    }

    /** Under which entry of the register it makes its unit a holder. */
    String holderId() {
        return "fh-" + head.id();
    }

    @Override
    public boolean isOpen() {
        return state != TransferState.STABILISED;
    }

    private void require(TransferState needed, String attempted) {
        if (state != needed) {
            throw Refusal.conflict(
                    "transfer-state", Map.of("id", head.id(), "state", state, "action", attempted));
        }
    }

    private FunctionTransfer next(
            TransferState now, @Nullable Minute of, @Nullable Instant reported, Texts written) {
        return new FunctionTransfer(
                head.next(),
                now,
                functionId,
                fromAgency,
                fromUnitId,
                toPostId,
                effectiveOn,
                legalBasis,
                of,
                reported,
                written);
    }
}
