package haicap.platform.restore;

import haicap.platform.access.Caller;
import haicap.platform.audit.Audit;
import haicap.platform.outbox.Incarnation;
import haicap.platform.outbox.Incarnation.Life;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import haicap.platform.writes.Writes;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * An operator says that an older copy of the database was put back where nothing else can tell:
 * another life begins, every aggregate is announced anew, and copies retire what is not named.
 */
@Component
class RaiseIncarnation {

    private static final int ACCEPTED = 202;

    private final Incarnation incarnation;
    private final Writes writes;
    private final Audit audit;
    private final String place;

    RaiseIncarnation(
            Incarnation incarnation,
            Writes writes,
            Audit audit,
            @Value("${haicap.service}") String service) {
        this.incarnation = incarnation;
        this.writes = writes;
        this.audit = audit;
        this.place = "/api/v1/" + service + "/incarnation";
    }

    Life life() {
        return incarnation.life();
    }

    Answer because(String reason, Caller caller, WriteRequest request) {
        return writes.answer(
                request,
                Locks.whole(),
                () -> {
                    incarnation.begin(reason);
                    audit.wrote(
                            caller,
                            "incarnation.raise",
                            "database",
                            "incarnation",
                            Map.of("reason", reason));
                    return new Answer(
                            ACCEPTED, place, null, MediaType.APPLICATION_JSON_VALUE, life());
                });
    }
}
