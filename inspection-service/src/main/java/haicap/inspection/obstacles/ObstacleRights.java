package haicap.inspection.obstacles;

import haicap.inspection.custody.Custody;
import haicap.platform.access.Caller;
import haicap.platform.orgcopy.Title;
import haicap.platform.problems.Refusal;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Who may do what to an obstacle: the staff office triages; the head of the department in charge
 * answers; the unit that raised it confirms, and nobody for it. Besides its unit and the
 * departments concerned, the city's command and its staff office see all.
 */
@Component
class ObstacleRights {

    private final Custody custody;

    ObstacleRights(Custody custody) {
        this.custody = custody;
    }

    boolean seesAll(Caller caller) {
        return custody.seesAll(caller);
    }

    void requireStaff(Caller caller) {
        custody.requireStaff(caller);
    }

    void requireHeadOfDepartment(Caller caller, Obstacle obstacle) {
        var department = obstacle.departmentUnitId();
        var isHead = caller.post().title() == Title.DEPARTMENT_HEAD;
        if (!isHead
                || department != null
                        && !custody.actsFor(caller, department, Obstacle.OBJECT_CLASS)) {
            throw Refusal.forbidden("not-head-of-department", named(caller, obstacle));
        }
    }

    /** Maker is not checker: neither another unit nor whoever signed the answer. */
    void requireRaiser(Caller caller, Obstacle obstacle) {
        if (!custody.actsFor(caller, obstacle.head().unitId(), Obstacle.OBJECT_CLASS)) {
            throw Refusal.forbidden("not-raising-unit", named(caller, obstacle));
        }
        var reply = obstacle.reply();
        if (reply != null && reply.byOfficer().equals(caller.name())) {
            throw Refusal.forbidden("own-answer", Map.of("id", obstacle.head().id()));
        }
    }

    private static Map<String, ?> named(Caller caller, Obstacle obstacle) {
        return Map.of("id", obstacle.head().id(), "post", caller.post().postId());
    }
}
