package haicap.inspection.obstacles;

import haicap.platform.access.Caller;
import haicap.platform.orgcopy.Function;
import haicap.platform.orgcopy.HeldPost;
import haicap.platform.problems.Refusal;
import haicap.platform.records.Head;
import haicap.platform.records.WorkRecord;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a unit cannot solve by itself. It is stored under the unit that raised it.
 *
 * @param askedOf the department that the unit asks to remove it
 * @param directedTo the department that was made responsible, or the function whose holder is
 * @param reply of the department's last answer
 */
record Obstacle(
        Head head,
        ObstacleState state,
        Field field,
        Severity severity,
        @Nullable String askedOf,
        String raisedByPost,
        @Nullable String directedTo,
        @Nullable Reply reply,
        Texts texts)
        implements WorkRecord {

    static final String KIND = "obstacle";
    static final String OBJECT_CLASS = "OBSTACLE";

    /** What the unit wrote, and what the department answered last. */
    record Texts(
            @Nullable String description,
            @Nullable String legalBasisIssue,
            @Nullable String answer) {}

    static Obstacle raised(String id, HeldPost by, ObstacleRequest request, Instant at) {
        return new Obstacle(
                Head.first(id, by.unitId(), null, at, null),
                ObstacleState.RAISED,
                request.field(),
                request.severity(),
                request.askedOf(),
                by.postId(),
                null,
                null,
                new Texts(request.description(), request.legalBasisIssue(), null));
    }

    /** Made the matter of a department or of a function's holder, or passed on to another one. */
    Obstacle triaged(String toWhom) {
        return switch (state) {
            case RAISED, TRIAGED -> next(ObstacleState.TRIAGED, toWhom, reply, texts);
            case ANSWERED, CONFIRMED -> throw not("triage");
        };
    }

    Obstacle answered(String text, Caller by, Instant at) {
        require(ObstacleState.TRIAGED, "answer");
        return next(
                ObstacleState.ANSWERED,
                directedTo,
                new Reply(at, by.post().postId(), by.name()),
                new Texts(texts.description(), texts.legalBasisIssue(), text));
    }

    Obstacle confirmed() {
        require(ObstacleState.ANSWERED, "confirmation");
        return next(ObstacleState.CONFIRMED, directedTo, reply, texts);
    }

    /** Sent back to the department. */
    Obstacle returned() {
        require(ObstacleState.ANSWERED, "confirmation");
        return next(ObstacleState.TRIAGED, directedTo, reply, texts);
    }

    /** Whether whoever performs a function is to answer, not a department that was named. */
    boolean isDirectedToFunction() {
        return directedTo != null && directedTo.startsWith(Function.PREFIX);
    }

    /** Its clocks and its answer go by what was recorded: nothing follows from the decision. */
    Obstacle corrected() {
        return next(state, directedTo, reply, texts);
    }

    /** Confirmed wrongly: back to the department. */
    Obstacle reopened() {
        require(ObstacleState.CONFIRMED, "reopening");
        return next(ObstacleState.TRIAGED, directedTo, reply, texts);
    }

    @Override
    public boolean isOpen() {
        return state.isOpen();
    }

    private void require(ObstacleState needed, String attempted) {
        if (state != needed) {
            throw not(attempted);
        }
    }

    private Refusal not(String attempted) {
        return Refusal.conflict(
                "obstacle-state", Map.of("id", head.id(), "state", state, "action", attempted));
    }

    private Obstacle next(
            ObstacleState now, @Nullable String toWhom, @Nullable Reply said, Texts written) {
        return new Obstacle(
                head.next(), now, field, severity, askedOf, raisedByPost, toWhom, said, written);
    }
}
