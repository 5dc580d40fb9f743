package haicap.casework.reports;

import haicap.casework.reports.CrimeReportController.AssignmentRequest;
import haicap.casework.reports.CrimeReportController.ClassificationRequest;
import haicap.casework.reports.CrimeReportController.HandOverRequest;
import haicap.casework.reports.CrimeReportType.Assigned;
import haicap.casework.reports.CrimeReportType.Classified;
import haicap.casework.reports.CrimeReportType.DutyCompleted;
import haicap.casework.reports.CrimeReportType.Extended;
import haicap.casework.reports.CrimeReportType.HandedOver;
import haicap.platform.access.Caller;
import haicap.platform.deadlines.Obliged;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.orgcopy.Tier;
import haicap.platform.problems.Refusal;
import haicap.platform.records.Corrected;
import haicap.platform.records.Decision;
import haicap.platform.records.Deed;
import haicap.platform.records.Happened;
import haicap.platform.records.Kept;
import haicap.platform.records.Outcome;
import haicap.platform.time.Hanoi;
import haicap.platform.time.Moments;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What becomes of a report, and of its clocks, by each thing that is done to it. */
@Component
class HandleCrimeReport {

    private final CrimeReportLaw law;
    private final CrimeReportRights rights;
    private final Organisation organisation;

    HandleCrimeReport(CrimeReportLaw law, CrimeReportRights rights, Organisation organisation) {
        this.law = law;
        this.rights = rights;
        this.organisation = organisation;
    }

    /** Taken down at the caller's unit. No unit refuses one for lack of competence. */
    Outcome<CrimeReport> received(String id, ReceiptRequest told, Caller by, Instant now) {
        var unitId = by.post().unitId();
        told.require(new Moments(now), organisation.unit(unitId).orElse(null));
        requirePlace(told.placeUnitId());
        var holder = rights.holder(unitId);
        var report = CrimeReport.received(id, unitId, holder, told);
        return CrimeReportType.RECEIVE
                .of(report)
                .telling(new Happened(report.receivedAt(), by.post().postId()))
                .with(law.onReceipt(holder, report.urgent(), report.receivedAt()));
    }

    Outcome<CrimeReport> classified(
            Kept<CrimeReport> before, ClassificationRequest request, Caller by) {
        requirePlace(request.placeUnitId());
        var was = before.record();
        var holder = holder(before);
        var at = request.decision().at();
        var is = was.classified(holder, request);
        boolean turnsUrgent = is.urgent() && !was.urgent();
        return CrimeReportType.CLASSIFY
                .of(is)
                .telling(
                        new Classified(
                                at,
                                by.post().postId(),
                                was.category(),
                                was.severity(),
                                turnsUrgent))
                .with(law.onClassification(before.deadlines(), holder, turnsUrgent, at));
    }

    /** To a post of the same unit that somebody holds. */
    Outcome<CrimeReport> assigned(
            Kept<CrimeReport> before, AssignmentRequest request, Caller by, Instant now) {
        rights.requireAssignable(request.postId(), before.custodian(), now);
        var was = before.record();
        var at = request.decision().at();
        return CrimeReportType.ASSIGN
                .of(was.assigned(holder(before), request.postId()))
                .telling(new Assigned(at, by.post().postId(), was.head().decidedPost()))
                .with(law.onAssignment(before.deadlines(), at));
    }

    /** To a department of the investigation agency. */
    Outcome<CrimeReport> handedOver(
            Kept<CrimeReport> before, HandOverRequest request, Caller by, Instant now) {
        var was = before.record();
        was.state().requireOpen(was.head().id());
        var from = before.custodian();
        var to = request.toUnitId();
        rights.requireReceiver(to, from);
        var at = request.decision().at();
        var receiver = rights.holder(to);
        return CrimeReportType.HAND_OVER
                .of(was.handedOver(receiver, new HandOver(at, from, to)))
                .telling(new HandedOver(at, by.post().postId(), from, to))
                .with(law.onHandOver(before.deadlines(), receiver, was.urgent(), at, now));
    }

    /** The term in which the agency must decide is extended (BLTTHS Điều 147(2)), once. */
    Outcome<CrimeReport> extended(Kept<CrimeReport> before, Decision decision, Caller by) {
        var was = before.record();
        var id = was.head().id();
        rights.requireWithAgency(was);
        was.state().requireOpen(id);
        CrimeReportLaw.requireExtensible(id, before.deadlines(), decision.at());
        var clocks = law.onExtension(before.deadlines(), was.receivedAt(), decision.at());
        var term = CrimeReportLaw.termOfDecision(clocks).orElseThrow();
        return CrimeReportType.EXTEND
                .of(was.goneOn(holder(before)))
                .telling(
                        new Extended(
                                decision.at(), by.post().postId(), term.rule().id(), term.dueAt()))
                .with(clocks);
    }

    /** A case is instituted, or it is decided not to institute one. */
    Outcome<CrimeReport> concluded(
            Kept<CrimeReport> before, ReportOutcome outcome, Decision decision, Caller by) {
        var was = before.record();
        was.state().requireOpen(was.head().id());
        var decidingUnit = by.post().unitId();
        if (!decidingUnit.equals(before.custodian())) {
            rights.requireWithAgency(was);
        }
        var how = new Conclusion(outcome, decision.at(), decidingUnit);
        return deed(outcome)
                .of(was.concluded(holder(before.custodian(), how), how))
                .telling(new Happened(decision.at(), by.post().postId()))
                .with(law.onDecision(before.deadlines(), outcome, decision.at()));
    }

    static Deed deed(ReportOutcome outcome) {
        return switch (outcome) {
            case INSTITUTED -> CrimeReportType.INSTITUTE;
            case NOT_INSTITUTED -> CrimeReportType.NOT_INSTITUTE;
        };
    }

    /** What is owed besides the handling was sent or told. */
    Outcome<CrimeReport> completed(
            Kept<CrimeReport> before, Duty duty, Decision letter, Caller by, Instant now) {
        var was = before.record();
        var owed =
                before.deadlines()
                        .awaiting(duty.completion())
                        .orElseThrow(() ->
                                Refusal.conflict(
                                        "duty-not-owed",
                                        Map.of("id", was.head().id(), "duty", duty.word())));
        letter.require(owed.startedAt(), now);
        return new Deed(duty.word(), "CrimeReportDutyCompleted")
                .of(was.goneOn(holder(before)))
                .telling(new DutyCompleted(letter.at(), by.post().postId(), duty, owed.rule().id()))
                .with(law.onCompletion(before.deadlines(), duty, letter.at()));
    }

    /** What followed from a mistyped moment follows from the right one: clocks, and what counts. */
    Outcome<CrimeReport> corrected(Kept<CrimeReport> before, Corrected correction) {
        var report = before.record().corrected(holder(before), correction);
        requireReceipt(report);
        var clocks = law.anew(report, correction.history(), rights::holderThen);
        if (report.isOpen() && clocks.all().isEmpty()) {
            throw Refusal.invalid("/at", "no-law-then", Map.of());
        }
        return CrimeReportType.CORRECT.of(report).with(clocks.keepingTermsOf(before.deadlines()));
    }

    /** Nothing is received before it is in force, nor before it happened. */
    private void requireReceipt(CrimeReport report) {
        var day = Hanoi.dayOf(report.receivedAt());
        var unit = organisation.unit(report.receivedBy());
        if (unit.isPresent() && !unit.get().inForceOn(day)) {
            throw Refusal.invalid(
                    "/at", "unit-not-in-force", Map.of("id", report.receivedBy(), "day", day));
        }
    }

    /** Where it happened is a commune's area. */
    private void requirePlace(@Nullable String unitId) {
        if (unitId != null
                && organisation
                        .unit(unitId)
                        .filter(unit -> unit.tier() == Tier.COMMUNE)
                        .isEmpty()) {
            throw Refusal.invalid("/placeUnitId", "place-not-a-commune", Map.of("unit", unitId));
        }
    }

    private Obliged holder(Kept<CrimeReport> kept) {
        return holder(kept.custodian(), kept.record().conclusion());
    }

    /** Whoever decided on what he had acted for the investigation agency, a commune's chief too. */
    private Obliged holder(String custodian, @Nullable Conclusion how) {
        return how != null && how.byUnitId().equals(custodian)
                ? Obliged.INVESTIGATION_BODY
                : rights.holder(custodian);
    }
}
