package haicap.reporting.facts;

import haicap.platform.time.Hanoi;
import haicap.platform.time.ReportingMonth;
import haicap.reporting.files.CrimeReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The clock's way from one instant to another, forward or back: where the ends of spans lie that it
 * passes. Some lie around due instants, the others on midnights.
 */
record Passage(Instant from, Instant to) {

    /** A stretch of time: after its first instant, up to and with its last. */
    record Stretch(Instant after, Instant upTo) {}

    /** Two days, the earlier first. */
    record Days(LocalDate earlier, LocalDate later) {}

    /** Where a file's due instant lies when it becomes late, or ceases to be. */
    Stretch due() {
        return to.isBefore(from) ? new Stretch(to, from) : new Stretch(from, to);
    }

    /** Where a report's due instant lies when it becomes due soon, or ceases to be. */
    Stretch dueSoon() {
        var due = due();
        return new Stretch(due.after().plus(CrimeReport.SOON), due.upTo().plus(CrimeReport.SOON));
    }

    /** The day that is no longer today and the one that is now; empty within a day. */
    Optional<Days> days() {
        var due = due();
        var days = new Days(Hanoi.dayOf(due.after()), Hanoi.dayOf(due.upTo()));
        return days.earlier().equals(days.later()) ? Optional.empty() : Optional.of(days);
    }

    /** Where the first of two months begins that are not the same; empty within a month. */
    Optional<Instant> months() {
        var due = due();
        var earlier = ReportingMonth.of(due.after());
        return earlier.equals(ReportingMonth.of(due.upTo()))
                ? Optional.empty()
                : Optional.of(earlier.from());
    }
}
