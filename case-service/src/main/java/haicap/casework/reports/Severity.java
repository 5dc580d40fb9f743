package haicap.casework.reports;

import org.jspecify.annotations.Nullable;

/** Classes of offence by the maximum of the frame (Penal Code Điều 9). */
public enum Severity {
    LESS_SERIOUS,
    SERIOUS,
    VERY_SERIOUS,
    ESPECIALLY_SERIOUS;

    /** Very and especially serious reports must be handed over within 24 hours. */
    static boolean isUrgentClass(@Nullable Severity severity) {
        return severity == VERY_SERIOUS || severity == ESPECIALLY_SERIOUS;
    }
}
