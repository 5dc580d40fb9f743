package haicap.org.appointments;

import haicap.org.events.Happened;
import haicap.org.events.OrgNews;
import haicap.platform.time.Hanoi;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The appointments, all that ever were. What changes here is written and told in the transaction at
 * hand. Safe for all threads.
 */
@Component
public class AppointmentRegister {

    private final AppointmentTable table;
    private final OrgNews news;

    AppointmentRegister(AppointmentTable table, OrgNews news) {
        this.table = table;
        this.news = news;
    }

    Map<String, Appointment> all() {
        return table.all();
    }

    Optional<Appointment> find(String id) {
        return table.find(id);
    }

    List<Appointment> of(String postId) {
        return table.ofPosts(List.of(postId));
    }

    Appointment make(Appointment appointment, String unitId, Happened happened) {
        var made = appointment.next();
        table.insert(List.of(made));
        news.tell(List.of(new AppointmentEvent.AppointmentMade(made, unitId, happened)));
        return made;
    }

    /** Appointments that were made elsewhere; by each the unit of its post. */
    void record(Map<Appointment, String> appointments) {
        var next =
                appointments.entrySet().stream()
                        .map(each ->
                                new AppointmentEvent.AppointmentMade(
                                        each.getKey().next(),
                                        each.getValue(),
                                        Happened.recorded(each.getKey().from())))
                        .toList();
        table.insert(next.stream().map(AppointmentEvent.AppointmentMade::appointment).toList());
        news.tell(next);
    }

    Appointment end(Appointment ended, String unitId, Happened happened) {
        var next = ended.next();
        table.update(List.of(next));
        news.tell(List.of(new AppointmentEvent.AppointmentEnded(next, unitId, happened)));
        return next;
    }

    /** Ends, at 00:00 of the day, whatever would outlast these posts; by each post its unit. */
    public void endWith(Map<String, String> unitByPost, LocalDate day, Happened happened) {
        var end = Hanoi.startOf(day);
        var ended =
                outlasting(unitByPost.keySet(), day).stream()
                        .map(each -> each.endingAtLatest(end).next())
                        .toList();
        table.update(ended);
        news.tell(
                ended.stream()
                        .map(each ->
                                new AppointmentEvent.AppointmentEnded(
                                        each,
                                        Objects.requireNonNull(unitByPost.get(each.postId())),
                                        happened))
                        .toList());
    }

    private List<Appointment> outlasting(Collection<String> postIds, LocalDate day) {
        var end = Hanoi.startOf(day);
        return table.ofPosts(postIds).stream()
                .filter(each -> !each.endingAtLatest(end).equals(each))
                .toList();
    }
}
