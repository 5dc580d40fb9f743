package haicap.org.appointments;

import haicap.org.events.Happened;
import haicap.org.events.OrgNews;
import haicap.platform.records.Outcome;
import haicap.platform.records.Projection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Keeps who holds which post beside the appointments, and tells it on the topic of the
 * organisation. Safe for all threads.
 */
@Component
class Tenures implements Projection<Appointment> {

    private final TenureTable table;
    private final OrgNews news;

    Tenures(TenureTable table, OrgNews news) {
        this.table = table;
        this.news = news;
    }

    @Override
    public void saved(List<Outcome<Appointment>> done) {
        var byNewness =
                done.stream()
                        .map(each -> each.after().tenure())
                        .collect(Collectors.partitioningBy(tenure -> tenure.version() == 1));
        table.insert(byNewness.getOrDefault(true, List.of()));
        table.update(byNewness.getOrDefault(false, List.of()));
        news.tell(done.stream().map(Tenures::event).toList());
    }

    private static TenureEvent event(Outcome<Appointment> done) {
        var appointment = done.after();
        var unit = appointment.head().unitId();
        var happened =
                done.happened() instanceof Happened told
                        ? told
                        : Happened.recorded(appointment.from());
        return switch (appointment.state()) {
            case MADE -> new TenureEvent.AppointmentMade(appointment.tenure(), unit, happened);
            case ENDED -> new TenureEvent.AppointmentEnded(appointment.tenure(), unit, happened);
        };
    }
}
