package haicap.acceptance.load;

import static haicap.acceptance.load.Step.ANSWER;
import static haicap.acceptance.load.Step.ASSIGNMENT;
import static haicap.acceptance.load.Step.ASSIGNMENT_AT_AGENCY;
import static haicap.acceptance.load.Step.CLASSIFICATION;
import static haicap.acceptance.load.Step.CONCLUSION;
import static haicap.acceptance.load.Step.CONFIRMATION;
import static haicap.acceptance.load.Step.DECISION_DISPATCH;
import static haicap.acceptance.load.Step.EXTENSION;
import static haicap.acceptance.load.Step.HAND_OVER;
import static haicap.acceptance.load.Step.INSTITUTION;
import static haicap.acceptance.load.Step.NON_INSTITUTION;
import static haicap.acceptance.load.Step.PROCURACY_NOTICE;
import static haicap.acceptance.load.Step.REMEDY;
import static haicap.acceptance.load.Step.REOPENING;
import static haicap.acceptance.load.Step.REPORTER_NOTICE;
import static haicap.acceptance.load.Step.RETURN;
import static haicap.acceptance.load.Step.TRIAGE;
import static haicap.acceptance.load.Step.VERIFICATION;

import java.util.List;

/**
 * The ways that files can go. An activity is known by its name and its file, so no way does twice
 * what is told under the same name. The head of the agency's office extends a term only as long as
 * the file is not his own.
 */
final class Ways {

    /** The office of the investigation agency, and the client of its head. */
    static final String AGENCY = "pc01-head";

    static final String AGENCY_UNIT = "pc01-20250101";

    /** The department that removes obstacles, and the client of its head. */
    static final String DEPARTMENT = "pc06-head";

    static final String DEPARTMENT_UNIT = "pc06-20250101";

    /** Most reports wait for another day. */
    static final List<List<Step>> OF_REPORTS =
            List.of(
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(CLASSIFICATION),
                    List.of(CLASSIFICATION, ASSIGNMENT),
                    List.of(CLASSIFICATION, ASSIGNMENT, HAND_OVER),
                    List.of(HAND_OVER, PROCURACY_NOTICE, ASSIGNMENT_AT_AGENCY, NON_INSTITUTION),
                    List.of(
                            CLASSIFICATION,
                            HAND_OVER,
                            EXTENSION,
                            ASSIGNMENT_AT_AGENCY,
                            INSTITUTION,
                            DECISION_DISPATCH),
                    List.of(HAND_OVER, EXTENSION, NON_INSTITUTION, REPORTER_NOTICE));

    static final List<List<Step>> OF_OBSTACLES =
            List.of(List.of(TRIAGE, ANSWER, CONFIRMATION), List.of(TRIAGE, ANSWER, RETURN));

    static final List<Step> OF_VISITS = List.of(CONCLUSION);

    /** Every visit finds one thing for each of these. */
    static final List<List<Step>> OF_FINDINGS =
            List.of(List.of(REMEDY, VERIFICATION), List.of(REMEDY, REOPENING));

    private Ways() {}
}
