package haicap.org.appointments;

/** What was decided on an appointment last; whether it runs follows from its dates. */
enum AppointmentState {
    /** It runs from its beginning until its end, if it has one. */
    MADE,
    /** Its end was decided later, or brought forward. */
    ENDED
}
