package haicap.platform.retention;

import haicap.platform.access.AccessScope;
import haicap.platform.access.Caller;
import haicap.platform.audit.Audit;
import haicap.platform.ids.Ids;
import haicap.platform.orgcopy.Title;
import haicap.platform.problems.Refusal;
import haicap.platform.texts.Text;
import haicap.platform.time.Moments;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import haicap.platform.writes.Writes;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The city's command orders a hold; another of its officers releases it. */
@Component
class OrderHold {

    /** What is to be kept, by which decision. */
    record Order(
            @NotNull @Text(max = 100) String subject,
            @NotNull @Text(max = 100) String decisionNumber) {}

    /** By which decision it need no longer be kept. */
    record Release(@NotNull @Text(max = 100) String decisionNumber) {}

    private final Writes writes;
    private final Holds holds;
    private final AccessScope accessScope;
    private final Audit audit;
    private final Clock clock;

    OrderHold(Writes writes, Holds holds, AccessScope accessScope, Audit audit, Clock clock) {
        this.writes = writes;
        this.holds = holds;
        this.accessScope = accessScope;
        this.audit = audit;
        this.clock = clock;
    }

    Answer hold(Order order, String place, Caller caller, WriteRequest request) {
        requireCommand(caller);
        var id = Ids.next("lh");
        return writes.answer(
                request,
                Locks.on(order.subject(), id),
                () -> {
                    var now = Moments.now(clock);
                    var hold =
                            new Hold(
                                    id,
                                    order.subject(),
                                    order.decisionNumber(),
                                    now,
                                    caller.post().postId(),
                                    null,
                                    null);
                    holds.add(hold, caller);
                    audit.wrote(caller, "hold", Holds.KIND, id, Map.of("subject", order.subject()));
                    return new Answer(
                            201, place + "/" + id, null, MediaType.APPLICATION_JSON_VALUE, hold);
                });
    }

    Answer release(String id, Release decided, Caller caller, WriteRequest request) {
        requireCommand(caller);
        return writes.answer(
                request,
                Locks.on(id),
                () -> {
                    var hold = holds.get(id);
                    if (hold.releasedAt() != null) {
                        throw Refusal.conflict("hold-released", Map.of("id", id));
                    }
                    if (holds.isBy(id, caller)) {
                        throw Refusal.forbidden("own-hold", Map.of("id", id));
                    }
                    var now = Moments.now(clock);
                    holds.release(id, now, caller.post().postId(), decided.decisionNumber());
                    audit.wrote(
                            caller, "release", Holds.KIND, id, Map.of("subject", hold.subject()));
                    return Answer.ok(holds.get(id));
                });
    }

    private void requireCommand(Caller caller) {
        accessScope.requireVerified(caller);
        var title = caller.post().title();
        if (title != Title.CITY_DIRECTOR && title != Title.DEPUTY_DIRECTOR) {
            throw Refusal.forbidden("not-city-command", Map.of("post", caller.post().postId()));
        }
    }
}
