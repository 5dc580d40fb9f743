package haicap.reporting.rebuild;

import haicap.platform.access.Caller;
import haicap.platform.audit.Audit;
import haicap.platform.problems.Refusal;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import haicap.platform.writes.Writes;
import haicap.reporting.rebuild.RebuildState.State;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Orders a rebuild; whichever replica has the lease does it. */
@Component
class OrderRebuild {

    private static final int ACCEPTED = 202;
    private static final String PLACE = "/api/v1/reporting/rebuild";

    private final Writes writes;
    private final RebuildTable table;
    private final Audit audit;

    OrderRebuild(Writes writes, RebuildTable table, Audit audit) {
        this.writes = writes;
        this.table = table;
        this.audit = audit;
    }

    Answer order(Caller caller, WriteRequest request) {
        return writes.answer(
                request,
                Locks.on("rebuild"),
                () -> {
                    if (table.state().state() == State.RUNNING) {
                        throw Refusal.conflict("rebuild-running", Map.of());
                    }
                    table.order();
                    audit.wrote(caller, "reporting.rebuild", "rebuild", "facts", Map.of());
                    return new Answer(
                            ACCEPTED, PLACE, null, MediaType.APPLICATION_JSON_VALUE, table.state());
                });
    }
}
