package haicap.reporting.quality;

import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import java.time.Instant;
import java.util.List;

/**
 * The figures against the facts, and the facts against their sources.
 *
 * @param asOf the instant at which facts and sources were compared
 * @param clockAt the instant as of which the figures are
 * @param inFlight files that changed after the sources had counted
 */
@TellsOf({Matter.FIGURES, Matter.CRIME_REPORT, Matter.OBSTACLE, Matter.FINDING})
record Reconciliation(
        Instant asOf,
        Instant clockAt,
        int unitsChecked,
        int figuresChecked,
        int inFlight,
        List<Difference> differences) {}
