package haicap.inspection.obstacles;

import haicap.inspection.Oversight;
import haicap.platform.access.AccessScope;
import haicap.platform.access.Caller;
import haicap.platform.orgcopy.HeldPost;
import haicap.platform.orgcopy.Title;
import haicap.platform.problems.Refusal;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Who may do what to an obstacle: the staff office triages; the head of the department in charge
 * answers; the unit that raised it confirms, and nobody for it; the staff office reopens what was
 * confirmed wrongly.
 */
@Component
class ObstacleRights {

    private final AccessScope accessScope;

    ObstacleRights(AccessScope accessScope) {
        this.accessScope = accessScope;
    }

    void requireHeadOfDepartment(Caller caller, Obstacle obstacle) {
        var department = obstacle.departmentUnitId();
        var isHead = caller.post().title() == Title.DEPARTMENT_HEAD;
        if (!isHead || department != null && !actsFor(caller, department)) {
            throw Refusal.forbidden("not-head-of-department", named(caller, obstacle));
        }
    }

    /** Maker is not checker: neither another unit nor whoever signed the answer. */
    void requireRaiser(Caller caller, Obstacle obstacle) {
        if (!actsFor(caller, obstacle.head().unitId())) {
            throw Refusal.forbidden("not-raising-unit", named(caller, obstacle));
        }
        var reply = obstacle.reply();
        if (reply != null && reply.byOfficer().equals(caller.name())) {
            throw Refusal.forbidden("own-answer", Map.of("id", obstacle.head().id()));
        }
    }

    /** The staff office, and the head of the department in charge. */
    Predicate<HeldPost> deciding(Obstacle obstacle) {
        var department = obstacle.departmentUnitId();
        return post ->
                Oversight.isStaff(post)
                        || department != null
                                && post.title() == Title.DEPARTMENT_HEAD
                                && isOf(post, department);
    }

    private boolean actsFor(Caller caller, String unit) {
        return isOf(caller.post(), unit);
    }

    private boolean isOf(HeldPost post, String unit) {
        return post.unitId().equals(accessScope.custodian(unit, Obstacle.OBJECT_CLASS));
    }

    private static Map<String, ?> named(Caller caller, Obstacle obstacle) {
        return Map.of("id", obstacle.head().id(), "post", caller.post().postId());
    }
}
