package haicap.platform.retention;

import java.time.Duration;

/**
 * How long a class of record is kept, and why.
 *
 * @param days from the end of the matter, or from the writing where there is no matter
 * @param how what disposal does
 * @param certainty whether the basis was read or is still to be confirmed
 */
record Period(String recordClass, long days, String how, String basis, String certainty) {

    Duration age() {
        return Duration.ofDays(days);
    }
}
