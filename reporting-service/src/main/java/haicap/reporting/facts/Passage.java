package haicap.reporting.facts;

import haicap.platform.time.Hanoi;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The clock's way from one instant to another, forward or back, as the lines that it crosses: only
 * facts that lie on them change what they contribute.
 */
record Passage(Instant from, Instant to) {

    /** A stretch of time: after its first instant, up to and with its last. */
    record Stretch(Instant after, Instant upTo) {

        boolean holds(Instant instant) {
            return instant.isAfter(after) && !instant.isAfter(upTo);
        }
    }

    /** Where a file's due instant lies when it becomes due, or ceases to be. */
    Stretch due() {
        return to.isBefore(from) ? new Stretch(to, from) : new Stretch(from, to);
    }

    /** Where a file's due instant lies when it becomes due soon, or ceases to be. */
    Stretch dueSoon() {
        var due = due();
        return new Stretch(due.after().plus(Fact.SOON), due.upTo().plus(Fact.SOON));
    }

    /** The day that is no longer today, and the one that is today now; none within a day. */
    List<LocalDate> days() {
        return Stream.of(from, to).map(Hanoi::dayOf).distinct().toList().size() == 1
                ? List.of()
                : List.of(Hanoi.dayOf(from), Hanoi.dayOf(to));
    }

    /** Whether this fact may contribute something else afterwards. */
    boolean touches(Fact fact) {
        return days().contains(Hanoi.dayOf(fact.beganAt()))
                || fact.dueAt() != null
                        && (due().holds(fact.dueAt()) || dueSoon().holds(fact.dueAt()));
    }
}
