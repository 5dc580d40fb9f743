package haicap.org.appointments;

import static java.util.Comparator.comparing;

import haicap.platform.records.Kept;
import haicap.platform.records.Records;
import java.util.List;
import org.springframework.stereotype.Component;

/** All appointments that there ever were to a post, in the order in which they began. */
@Component
class AppointmentsOfPost {

    private final Records<Appointment> appointments;
    private final TenureTable tenures;

    AppointmentsOfPost(Records<Appointment> appointments, TenureTable tenures) {
        this.appointments = appointments;
        this.tenures = tenures;
    }

    List<Kept<Appointment>> of(String postId) {
        var ids = tenures.ofPosts(List.of(postId)).stream().map(Tenure::id).toList();
        return appointments.all(ids).stream()
                .sorted(comparing(kept -> ids.indexOf(kept.record().head().id())))
                .toList();
    }
}
