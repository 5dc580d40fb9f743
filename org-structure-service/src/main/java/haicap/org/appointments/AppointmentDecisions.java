package haicap.org.appointments;

import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The decisions on which appointments were made and ended. Append-only, and in no event. */
@Component
class AppointmentDecisions {

    private final JdbcClient jdbc;

    AppointmentDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void record(Appointment appointment, String action, Decision decision, String signedBy) {
        jdbc.sql(
                        """
                        INSERT INTO appointment_decision (
                            appointment_id, version, action, decision_number, decided_at,
                            ground, note, signed_by)
                        VALUES (
                            :appointment, :version, :action, :number, :decidedAt,
                            :ground, :note, :signedBy)
                        """)
                .param("appointment", appointment.id())
                .param("version", appointment.version())
                .param("action", action)
                .param("number", decision.decisionNumber())
                .param("decidedAt", decision.decidedAt().atOffset(ZoneOffset.UTC))
                .param("ground", decision.ground())
                .param("note", decision.note())
                .param("signedBy", signedBy)
                .update();
    }
}
