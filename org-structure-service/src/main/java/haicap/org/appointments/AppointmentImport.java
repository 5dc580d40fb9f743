package haicap.org.appointments;

import static java.util.Comparator.comparing;

import haicap.org.imports.ImportKind;
import haicap.org.imports.Intake;
import haicap.org.officers.Officer;
import haicap.org.officers.Officers;
import haicap.org.posts.Post;
import haicap.org.posts.PostRegister;
import haicap.platform.access.Caller;
import haicap.platform.imports.Outcome;
import haicap.platform.imports.Row;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.records.Records;
import haicap.platform.time.Hanoi;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Appointments as they were made elsewhere, opened when they began. An appointment never outlasts
 * its post.
 */
@Component
class AppointmentImport implements ImportKind {

    private static final String PREFIX = Appointment.KIND + "-";

    private final Records<Appointment> appointments;
    private final TenureTable tenures;
    private final PostRegister posts;
    private final Officers officers;
    private final Organisation organisation;
    private final Clock clock;

    AppointmentImport(
            Records<Appointment> appointments,
            TenureTable tenures,
            PostRegister posts,
            Officers officers,
            Organisation organisation,
            Clock clock) {
        this.appointments = appointments;
        this.tenures = tenures;
        this.posts = posts;
        this.officers = officers;
        this.organisation = organisation;
        this.clock = clock;
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
    public Intake begin(Caller by) {
        return new NewAppointments(
                by,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                tenures.all(),
                posts.all(),
                officers.byServiceNumber());
    }

    private final class NewAppointments implements Intake {

        private final Caller by;
        private final Instant now;
        private final Map<String, Tenure> known;
        private final Map<String, List<Tenure>> byPost = new HashMap<>();
        private final Map<String, Post> posts;
        private final Map<String, Officer> officers;
        private final List<Appointment> made = new ArrayList<>();

        NewAppointments(
                Caller by,
                Instant now,
                Map<String, Tenure> known,
                Map<String, Post> posts,
                Map<String, Officer> officers) {
            this.by = by;
            this.now = now;
            this.known = known;
            this.posts = posts;
            this.officers = officers;
            known.values().forEach(this::file);
        }

        private void file(Tenure tenure) {
            byPost.computeIfAbsent(tenure.postId(), post -> new ArrayList<>()).add(tenure);
        }

        @Override
        public Outcome take(Row row) {
            var appointment = read(row);
            var tenure = appointment.tenure();
            var present = known.get(tenure.id());
            if (present != null) {
                if (!present.isSameAs(tenure)) {
                    throw row.refused("id", "appointment-id-reused", "id", tenure.id());
                }
                return Outcome.UNCHANGED;
            }
            for (var other : byPost.getOrDefault(tenure.postId(), List.of())) {
                if (tenure.collidesWith(other)) {
                    throw row.refused("post_id", "post-held", "appointment", other.id());
                }
            }
            known.put(tenure.id(), tenure);
            file(tenure);
            made.add(appointment);
            return Outcome.CREATED;
        }

        private Appointment read(Row row) {
            var id = row.id("id");
            if (!id.startsWith(PREFIX)) {
                throw row.refused("id", "id-of-other-kind", Map.of("id", id, "beginning", PREFIX));
            }
            var post = post(row);
            var officer = officer(row);
            var from = Hanoi.startOf(row.day("from_day"));
            var acting = row.yes("acting");
            var opened = from.isBefore(now) ? from : now;
            return Appointment.made(
                    id, opened, post, officer, from, end(row, from, acting), acting);
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

        private Officer officer(Row row) {
            var number = row.text("service_number");
            var officer = officers.get(number);
            if (officer == null) {
                throw row.refused("service_number", "officer-unknown", "serviceNumber", number);
            }
            return officer;
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

        /** Numbers go by unit, in the order in which the appointments began. */
        @Override
        public void apply() {
            // numbers begin with codes of units that may have been imported just before
            organisation.look();
            var outcomes =
                    made.stream()
                            .sorted(comparing(Appointment::from).thenComparing(Appointment::postId))
                            .map(AppointmentType.IMPORT::of)
                            .toList();
            appointments.takeOver(outcomes, null, by, now);
        }
    }
}
