package haicap.org.appointments;

import haicap.org.events.RecordsTopic;
import haicap.platform.records.Deed;
import haicap.platform.records.Kept;
import haicap.platform.records.RecordKeeping;
import haicap.platform.records.RecordType;
import haicap.platform.records.Records;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What makes an appointment special among records, and all that can be done to it. */
@Configuration(proxyBeanMethods = false)
class AppointmentType {

    static final Deed MAKE = new Deed("make", "AppointmentMade");

    /** It was made elsewhere. */
    static final Deed IMPORT = new Deed("import", "AppointmentImported");

    static final Deed END = new Deed("end", "AppointmentEnded");

    /**
     * Nobody has to do anything about it: it runs by its dates. Its papers lie in the personnel
     * file, which is not kept here.
     */
    private static final RecordType<Appointment> TYPE =
            RecordType.of(Appointment.class, Appointment.KIND, Appointment.KIND)
                    .numberedAs("BN")
                    .at("/api/v1/appointments")
                    .passedOnAs(Appointment.OBJECT_CLASS)
                    .told(RecordsTopic.NAME, "Appointment", RecordsTopic.TYPES, State::of)
                    .shownAs(AppointmentView::of)
                    .textsKeptAs("appointment-texts")
                    .withoutPapers()
                    .answerableBy(post -> false)
                    .filteredBy("postId")
                    .declared();

    /** Whoever may read one may read all. */
    @Bean
    Records<Appointment> appointments(RecordKeeping keeping, Tenures tenures) {
        return keeping.of(TYPE, caller -> true, tenures);
    }

    /** The whole public state, as others hear of it; who the officer is they need not know. */
    record State(
            String id,
            String number,
            String unitId,
            String postId,
            Instant from,
            @Nullable Instant to,
            boolean acting,
            AppointmentState state) {

        static State of(Kept<Appointment> kept) {
            var appointment = kept.record();
            return new State(
                    appointment.head().id(),
                    appointment.head().number(),
                    appointment.head().unitId(),
                    appointment.postId(),
                    appointment.from(),
                    appointment.to(),
                    appointment.acting(),
                    appointment.state());
        }
    }
}
