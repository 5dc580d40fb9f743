package haicap.org.appointments;

import haicap.org.imports.ImportKind;
import haicap.org.imports.Intake;
import haicap.org.officers.Officer;
import haicap.org.officers.Officers;
import haicap.org.posts.Post;
import haicap.org.posts.PostRegister;
import haicap.platform.imports.Outcome;
import haicap.platform.imports.Row;
import haicap.platform.time.Hanoi;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Appointments as they were made elsewhere. An appointment never outlasts its post. */
@Component
class AppointmentImport implements ImportKind {

    private final AppointmentRegister appointments;
    private final PostRegister posts;
    private final Officers officers;

    AppointmentImport(AppointmentRegister appointments, PostRegister posts, Officers officers) {
        this.appointments = appointments;
        this.posts = posts;
        this.officers = officers;
    }

    @Override
    public String name() {
        return "appointments";
    }

    @Override
    public List<String> columns() {
        return List.of("id", "post_id", "service_number", "from_day", "to_day", "acting");
    }

    @Override
    public Intake begin() {
        return new NewAppointments(appointments.all(), posts.all(), officers.byServiceNumber());
    }

    private final class NewAppointments implements Intake {

        private final Map<String, Appointment> known;
        private final Map<String, List<Appointment>> byPost = new HashMap<>();
        private final Map<String, Post> posts;
        private final Map<String, Officer> officers;
        private final Map<Appointment, String> made = new LinkedHashMap<>();

        NewAppointments(
                Map<String, Appointment> known,
                Map<String, Post> posts,
                Map<String, Officer> officers) {
            this.known = known;
            this.posts = posts;
            this.officers = officers;
            known.values().forEach(this::file);
        }

        private void file(Appointment appointment) {
            byPost.computeIfAbsent(appointment.postId(), post -> new ArrayList<>())
                    .add(appointment);
        }

        @Override
        public Outcome take(Row row) {
            var post = post(row);
            var appointment = read(row, post);
            var present = known.get(appointment.id());
            if (present != null) {
                if (!present.isSameAs(appointment)) {
                    throw row.refused("id", "appointment-id-reused", "id", appointment.id());
                }
                return Outcome.UNCHANGED;
            }
            for (var other : byPost.getOrDefault(post.id(), List.of())) {
                if (appointment.collidesWith(other)) {
                    throw row.refused("post_id", "post-held", "appointment", other.id());
                }
            }
            known.put(appointment.id(), appointment);
            file(appointment);
            made.put(appointment, post.unitId());
            return Outcome.CREATED;
        }

        private Post post(Row row) {
            var post = posts.get(row.id("post_id"));
            if (post == null) {
                throw row.refused("post_id", "post-unknown", "id", row.text("post_id"));
            }
            var day = row.day("from_day");
            if (!post.existsOn(day)) {
                throw row.refused("post_id", "post-not-there", Map.of("id", post.id(), "day", day));
            }
            return post;
        }

        private Appointment read(Row row, Post post) {
            var number = row.text("service_number");
            var officer = officers.get(number);
            if (officer == null) {
                throw row.refused("service_number", "officer-unknown", "serviceNumber", number);
            }
            var from = Hanoi.startOf(row.day("from_day"));
            var acting = row.yes("acting");
            return new Appointment(
                            row.id("id"),
                            post.id(),
                            officer.id(),
                            number,
                            from,
                            end(row, from, acting),
                            acting,
                            0)
                    .endingAtLatest(post.validTo() == null ? null : Hanoi.startOf(post.validTo()));
        }

        private @Nullable Instant end(Row row, Instant from, boolean acting) {
            var day = row.optionalDay("to_day");
            if (day == null) {
                if (acting) {
                    throw row.refused("to_day", "acting-without-end");
                }
                return null;
            }
            var to = Hanoi.startOf(Objects.requireNonNull(day));
            if (!to.isAfter(from)) {
                throw row.refused("to_day", "ends-before-it-begins");
            }
            return to;
        }

        @Override
        public void apply() {
            appointments.record(made);
        }
    }
}
