package haicap.casework.reports;

import haicap.casework.deadlines.Duty;
import haicap.platform.access.Caller;
import haicap.platform.access.OpenTo;
import haicap.platform.writes.WriteRequest;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The decisions on a report, each with its paper. */
@RestController
@RequestMapping("/api/v1/crime-reports/{id}")
class DecisionsController {

    private final ClassifyCrimeReport classify;
    private final AssignCrimeReport assign;
    private final HandOverCrimeReport handOver;
    private final ExtendCrimeReport extend;
    private final DecideOnInstitution institution;
    private final CompleteDuty duties;

    DecisionsController(
            ClassifyCrimeReport classify,
            AssignCrimeReport assign,
            HandOverCrimeReport handOver,
            ExtendCrimeReport extend,
            DecideOnInstitution institution,
            CompleteDuty duties) {
        this.classify = classify;
        this.assign = assign;
        this.handOver = handOver;
        this.extend = extend;
        this.institution = institution;
        this.duties = duties;
    }

    @PostMapping("/classification")
    @OpenTo(officers = true, absent = CrimeReports.KIND)
    ResponseEntity<CrimeReportView> classify(
            @PathVariable String id,
            @Valid @RequestBody Classification classification,
            Caller caller,
            WriteRequest request) {
        return classify.classify(id, classification, caller, request).toResponse();
    }

    @PostMapping("/assignment")
    @OpenTo(officers = true, absent = CrimeReports.KIND)
    ResponseEntity<CrimeReportView> assign(
            @PathVariable String id,
            @Valid @RequestBody Assignment assignment,
            Caller caller,
            WriteRequest request) {
        return assign.assign(id, assignment, caller, request).toResponse();
    }

    @PostMapping("/hand-over")
    @OpenTo(officers = true, absent = CrimeReports.KIND)
    ResponseEntity<CrimeReportView> handOver(
            @PathVariable String id,
            @Valid @RequestBody HandOver decided,
            Caller caller,
            WriteRequest request) {
        return handOver.handOver(id, decided, caller, request).toResponse();
    }

    @PostMapping("/extension")
    @OpenTo(officers = true, absent = CrimeReports.KIND)
    ResponseEntity<CrimeReportView> extend(
            @PathVariable String id,
            @Valid @RequestBody Ruling decided,
            Caller caller,
            WriteRequest request) {
        return extend.extend(id, decided, caller, request).toResponse();
    }

    @PostMapping("/institution")
    @OpenTo(officers = true, absent = CrimeReports.KIND)
    ResponseEntity<CrimeReportView> institute(
            @PathVariable String id,
            @Valid @RequestBody Ruling decided,
            Caller caller,
            WriteRequest request) {
        return institution.institute(id, decided, caller, request).toResponse();
    }

    @PostMapping("/refusal")
    @OpenTo(officers = true, absent = CrimeReports.KIND)
    ResponseEntity<CrimeReportView> refuse(
            @PathVariable String id,
            @Valid @RequestBody Ruling decided,
            Caller caller,
            WriteRequest request) {
        return institution.refuse(id, decided, caller, request).toResponse();
    }

    @PostMapping("/duties/{duty}/completion")
    @OpenTo(officers = true, absent = CrimeReports.KIND)
    ResponseEntity<CrimeReportView> complete(
            @PathVariable String id,
            @PathVariable String duty,
            @Valid @RequestBody Ruling letter,
            Caller caller,
            WriteRequest request) {
        return duties.complete(id, Duty.named(duty), letter, caller, request).toResponse();
    }
}
