package haicap.casework.reports;

import haicap.casework.deadlines.CrimeReportLaw;
import haicap.casework.history.HistoryEntry;
import haicap.casework.reports.CrimeReportEvent.Received;
import haicap.platform.access.Caller;
import haicap.platform.ids.Ids;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import haicap.platform.writes.Writes;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Takes down a report at the caller's unit. No unit refuses one for lack of competence. */
@Component
class ReceiveCrimeReport {

    private final Writes writes;
    private final CrimeReportLaw law;
    private final Custody custody;
    private final Register register;
    private final Views views;
    private final Organisation organisation;
    private final Clock clock;

    ReceiveCrimeReport(
            Writes writes,
            CrimeReportLaw law,
            Custody custody,
            Register register,
            Views views,
            Organisation organisation,
            Clock clock) {
        this.writes = writes;
        this.law = law;
        this.custody = custody;
        this.register = register;
        this.views = views;
        this.organisation = organisation;
        this.clock = clock;
    }

    Answer receive(Intake intake, Caller caller, WriteRequest request) {
        var unitId = caller.post().unitId();
        var id = Ids.next("cr");
        return writes.answer(
                request,
                Locks.on(id),
                () -> {
                    var now = Moments.stored(clock.instant());
                    intake.require(new Moments(now), organisation.unit(unitId).orElse(null));
                    var report =
                            CrimeReport.received(id, unitId, custody.holder(unitId), intake, law);
                    var entry = HistoryEntry.of(id, 1, now, "receipt", caller, null, Map.of());
                    var version =
                            register.enter(report, entry, Received.of(report, caller), caller, now);
                    return Answer.created(
                            "/api/v1/crime-reports/" + id,
                            version,
                            views.of(report, request.language()));
                });
    }
}
