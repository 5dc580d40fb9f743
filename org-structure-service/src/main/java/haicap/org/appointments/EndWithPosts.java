package haicap.org.appointments;

import haicap.org.events.Happened;
import haicap.platform.access.Caller;
import haicap.platform.records.Entry;
import haicap.platform.records.Records;
import haicap.platform.time.Hanoi;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Ends, with posts that end, the appointments that would outlast them. Safe for all threads. */
@Component
public class EndWithPosts {

    private final Records<Appointment> appointments;
    private final TenureTable tenures;
    private final Clock clock;

    EndWithPosts(Records<Appointment> appointments, TenureTable tenures, Clock clock) {
        this.appointments = appointments;
        this.tenures = tenures;
        this.clock = clock;
    }

    /** At 00:00 of the day; part of the transaction at hand, which holds the coarse lock. */
    public void end(Collection<String> postIds, LocalDate day, Happened happened, Caller by) {
        var end = Hanoi.startOf(day);
        var outlasting =
                tenures.ofPosts(postIds).stream()
                        .filter(tenure -> tenure.endsAfter(end))
                        .map(Tenure::id)
                        .toList();
        appointments.enter(
                appointments.all(outlasting).stream()
                        .map(kept ->
                                new Entry<>(
                                        kept,
                                        AppointmentType.END
                                                .of(kept.record().endingAtLatest(end))
                                                .telling(happened)))
                        .toList(),
                null,
                by,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
