package haicap.acceptance.load;

import haicap.acceptance.client.Session.Write;
import java.util.function.Function;

/** What somebody does about a file, and what must be told of it. */
enum Step {
    CLASSIFICATION(
            "crime-report-classified",
            Step::chief,
            file -> Paperwork.classification(file.id(), file.etag())),
    ASSIGNMENT(
            "crime-report-assigned",
            Step::chief,
            file -> Paperwork.assignment(file.id(), file.unit().dutyPost(), file.etag())),
    HAND_OVER(
            "crime-report-handed-over",
            Step::chief,
            file -> Paperwork.handOver(file.id(), Ways.AGENCY_UNIT, file.etag())),
    ASSIGNMENT_AT_AGENCY(
            "crime-report-assigned",
            Dossier::counterpart,
            file -> Paperwork.assignment(file.id(), file.counterpart(), file.etag())),
    EXTENSION("crime-report-extended", Dossier::counterpart, file -> ruling(file, "extension")),
    INSTITUTION(
            "crime-report-instituted", Dossier::counterpart, file -> ruling(file, "institution")),
    NON_INSTITUTION(
            "crime-report-not-instituted",
            Dossier::counterpart,
            file -> ruling(file, "non-institution")),
    PROCURACY_NOTICE(
            "crime-report-duty-completed",
            Dossier::counterpart,
            file -> ruling(file, "duties/procuracy-notice/completion")),
    DECISION_DISPATCH(
            "crime-report-duty-completed",
            Dossier::counterpart,
            file -> ruling(file, "duties/decision-dispatch/completion")),
    REPORTER_NOTICE(
            "crime-report-duty-completed",
            Dossier::counterpart,
            file -> ruling(file, "duties/reporter-notice/completion")),

    TRIAGE(
            "obstacle-triaged",
            file -> InspectionPaperwork.STAFF,
            file -> InspectionPaperwork.triage(file, Ways.DEPARTMENT_UNIT)),
    ANSWER("obstacle-answered", Dossier::counterpart, InspectionPaperwork::answer),
    CONFIRMATION(
            "obstacle-confirmed",
            Step::chief,
            file -> InspectionPaperwork.confirmation(file, true)),
    RETURN("obstacle-returned", Step::chief, file -> InspectionPaperwork.confirmation(file, false)),

    CONCLUSION("visit-concluded", Dossier::counterpart, InspectionPaperwork::conclusion),
    REMEDY("finding-remedied", Step::chief, InspectionPaperwork::remedy),
    VERIFICATION(
            "finding-verified",
            Dossier::counterpart,
            file -> InspectionPaperwork.verification(file, true)),
    REOPENING(
            "finding-reopened",
            Dossier::counterpart,
            file -> InspectionPaperwork.verification(file, false));

    private final String activity;
    private final Function<Dossier, String> client;
    private final Function<Dossier, Write> write;

    Step(String activity, Function<Dossier, String> client, Function<Dossier, Write> write) {
        this.activity = activity;
        this.client = client;
        this.write = write;
    }

    /** What must be told of it, once. */
    String activity() {
        return activity;
    }

    /** Who does it. */
    String client(Dossier file) {
        return client.apply(file);
    }

    Write write(Dossier file) {
        return write.apply(file);
    }

    private static String chief(Dossier file) {
        return file.unit().chief();
    }

    private static Write ruling(Dossier file, String act) {
        return Paperwork.ruling(file.id(), act, file.etag());
    }
}
