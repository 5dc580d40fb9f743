package haicap.local.demo;

import java.util.Optional;

/**
 * The proportions of a day, all in hundredths: about 2,000 things happen in the city's units when
 * it is quiet. At twenty times that pace they stay what they are.
 */
final class Day {

    /** Reports that are taken up at once; the others wait for another day of their term. */
    static final int CLASSIFIED = 35;

    /** Of those classified: handed over unchecked. */
    static final int HANDED_OVER_AT_ONCE = 20;

    /** Of the rest: given to an officer of the unit. */
    static final int ASSIGNED = 50;

    /** Of those: checked and handed over. */
    static final int CHECKED = 20;

    /** Of those with the agency: the term is extended. */
    static final int EXTENDED = 15;

    /** Of those decided: a case is instituted. */
    static final int INSTITUTED = 60;

    /** Answers that do not remove the obstacle. */
    static final int ANSWERS_RETURNED = 10;

    /** Remedies that are none. */
    static final int REMEDIES_RETURNED = 15;

    static final int MOST_FINDINGS_OF_A_VISIT = 3;
    static final int DAYS_OF_A_CAMPAIGN = 30;
    static final int DAYS_FOR_A_REMEDY = 15;

    private static final int OBSTACLES_RAISED = 2;
    private static final int STEPS_OF_OBSTACLES = 5;
    private static final int STEPS_OF_VISITS = 2;
    private static final int STEPS_OF_FINDINGS = 4;
    private static final int STEPS_OF_REPORTS = 42;

    private Day() {}

    /** Whether the lot says that a unit raises an obstacle. */
    static boolean raisesObstacle(int lot) {
        return lot < OBSTACLES_RAISED;
    }

    /** What the lot says to be taken a step further; else a unit takes down a report. */
    static Optional<Business> goesOn(int lot) {
        var left = lot - OBSTACLES_RAISED;
        for (var business : Business.values()) {
            left -= steps(business);
            if (left < 0) {
                return Optional.of(business);
            }
        }
        return Optional.empty();
    }

    private static int steps(Business business) {
        return switch (business) {
            case REPORTS -> STEPS_OF_REPORTS;
            case OBSTACLES -> STEPS_OF_OBSTACLES;
            case VISITS -> STEPS_OF_VISITS;
            case FINDINGS -> STEPS_OF_FINDINGS;
        };
    }
}
