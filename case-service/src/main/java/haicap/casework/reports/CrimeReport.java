package haicap.casework.reports;

import haicap.casework.reports.CrimeReportController.ClassificationRequest;
import haicap.platform.deadlines.Obliged;
import haicap.platform.problems.Refusal;
import haicap.platform.records.Corrected;
import haicap.platform.records.Head;
import haicap.platform.records.WorkRecord;
import haicap.platform.time.Hanoi;
import haicap.platform.time.Moments;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A report of a crime. It is opened by its receipt, and stored under the unit that has it by
 * decision: that changes only by a hand-over. Its clocks are {@link CrimeReportLaw}'s.
 *
 * @param holder as whom the law obliged the custodian when it was decided on last
 * @param receivedBy the unit that received it; never changes
 * @param urgent once true, always true: only facts can show it, and its clock has started
 * @param placeUnitId the commune police in whose area it happened; null while that is not known
 * @param conclusion the final decision; null before
 * @param registerNumber of the entry in an old register that it was taken over from
 */
record CrimeReport(
        Head head,
        ReportState state,
        Obliged holder,
        String receivedBy,
        Category category,
        @Nullable Severity severity,
        Channel channel,
        boolean urgent,
        LocalDate occurredOn,
        @Nullable String placeUnitId,
        List<HandOver> handOvers,
        @Nullable Conclusion conclusion,
        @Nullable String registerNumber,
        Texts texts)
        implements WorkRecord {

    static final String KIND = "crime-report";
    static final String OBJECT_CLASS = "CRIME_REPORT";

    /** What was reported. */
    record Texts(@Nullable String summary) {}

    /** Every report is received, whoever is competent for it. */
    static CrimeReport received(String id, String unitId, Obliged holder, ReceiptRequest told) {
        var receivedAt = Moments.kept(told.receivedAt());
        return new CrimeReport(
                Head.first(id, unitId, null, receivedAt, null),
                ReportState.RECEIVED,
                holder,
                unitId,
                told.category(),
                told.severity(),
                told.channel(),
                told.isUrgent(),
                told.occurredOn(),
                told.placeUnitId(),
                List.of(),
                null,
                null,
                new Texts(told.summary()));
    }

    /** The same as an old register has it. */
    CrimeReport asRegistered(String number, @Nullable Conclusion how) {
        return new CrimeReport(
                head,
                how == null ? state : state.concluded(head.id(), how.outcome()),
                holder,
                receivedBy,
                category,
                severity,
                channel,
                urgent,
                occurredOn,
                placeUnitId,
                handOvers,
                how,
                number,
                texts);
    }

    /** Classifies, or corrects the class. */
    CrimeReport classified(Obliged by, ClassificationRequest as) {
        return new CrimeReport(
                head.next(),
                state.classified(head.id()),
                by,
                receivedBy,
                as.category(),
                as.severity(),
                channel,
                urgent || as.isUrgent(),
                occurredOn,
                as.placeUnitId() == null ? placeUnitId : as.placeUnitId(),
                handOvers,
                conclusion,
                registerNumber,
                texts);
    }

    /** Gives the report to a post. */
    CrimeReport assigned(Obliged by, String postId) {
        return next(
                head.next().decidedOn(postId),
                state.assigned(head.id()),
                by,
                handOvers,
                conclusion);
    }

    /** Gives the report to a department of the agency. */
    CrimeReport handedOver(Obliged receiver, HandOver made) {
        if (!handOvers.isEmpty() && !made.at().isAfter(handOvers.getLast().at())) {
            throw Refusal.invalid(
                    "/decidedAt", "instant-too-early", Map.of("from", handOvers.getLast().at()));
        }
        return next(
                head.next().passedTo(made.toUnitId()).decidedOn(null),
                state.handedOver(head.id()),
                receiver,
                Stream.concat(handOvers.stream(), Stream.of(made)).toList(),
                conclusion);
    }

    /** Ends the report. */
    CrimeReport concluded(Obliged by, Conclusion how) {
        return next(head.next(), state.concluded(head.id(), how.outcome()), by, handOvers, how);
    }

    /** The same with the right moment of what was mistyped. */
    CrimeReport corrected(Obliged by, Corrected correction) {
        var at = correction.is().at();
        return switch (correction.was().action()) {
            case "receipt" -> receivedAt(by, at);
            case "import" -> conclusion == null ? receivedAt(by, at) : goneOn(by, concludedAt(at));
            case "hand-over" ->
                    next(head.next(), state, by, handOversAt(correction, at), conclusion);
            case "institution", "non-institution" -> goneOn(by, concludedAt(at));
            default -> goneOn(by);
        };
    }

    private CrimeReport receivedAt(Obliged by, Instant at) {
        if (occurredOn.isAfter(Hanoi.dayOf(at))) {
            throw Refusal.invalid(
                    "/at", "occurred-after-receipt", Map.of("received", Hanoi.dayOf(at)));
        }
        return next(head.next().opened(at), state, by, handOvers, conclusion);
    }

    private List<HandOver> handOversAt(Corrected correction, Instant at) {
        long earlier =
                correction.history().stream()
                        .filter(entry -> entry.action().equals("hand-over"))
                        .filter(entry -> entry.counter() < correction.was().counter())
                        .count();
        var made = new ArrayList<HandOver>();
        for (var each : handOvers) {
            var moment = made.size() == earlier ? at : each.at();
            var before = made.isEmpty() ? receivedAt() : made.getLast().at();
            if (moment.isBefore(before) || !made.isEmpty() && moment.equals(before)) {
                throw Refusal.invalid("/at", "instant-too-early", Map.of("from", before));
            }
            made.add(new HandOver(moment, each.unitId(), each.toUnitId()));
        }
        if (conclusion != null && made.getLast().at().isAfter(conclusion.at())) {
            throw Refusal.invalid("/at", "after-later-entry", Map.of("at", conclusion.at()));
        }
        return List.copyOf(made);
    }

    private @Nullable Conclusion concludedAt(Instant at) {
        return conclusion == null
                ? null
                : new Conclusion(conclusion.outcome(), at, conclusion.byUnitId());
    }

    /** Only its clocks change. */
    CrimeReport goneOn(Obliged by) {
        return goneOn(by, conclusion);
    }

    private CrimeReport goneOn(Obliged by, @Nullable Conclusion how) {
        return next(head.next(), state, by, handOvers, how);
    }

    private CrimeReport next(
            Head nextHead,
            ReportState nextState,
            Obliged by,
            List<HandOver> made,
            @Nullable Conclusion how) {
        return new CrimeReport(
                nextHead,
                nextState,
                by,
                receivedBy,
                category,
                severity,
                channel,
                urgent,
                occurredOn,
                placeUnitId,
                made,
                how,
                registerNumber,
                texts);
    }

    /** No final decision yet. */
    @Override
    public boolean isOpen() {
        return state.isOpen();
    }

    @Override
    public Instant cameAt() {
        return handOvers.isEmpty() ? receivedAt() : handOvers.getLast().at();
    }

    Instant receivedAt() {
        return head.openedAt();
    }

    /** Every unit that had it by decision, beside the one that has it. */
    List<String> formerUnits() {
        return Stream.concat(
                        Stream.of(receivedBy),
                        handOvers.stream()
                                .flatMap(made -> Stream.of(made.unitId(), made.toUnitId())))
                .distinct()
                .toList();
    }
}
