package haicap.org.appointments;

import haicap.org.posts.Post;
import haicap.org.posts.PostRegister;
import haicap.platform.access.AccessScope;
import haicap.platform.access.Caller;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.orgcopy.Title;
import haicap.platform.problems.Refusal;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Who decides on appointments: the city director, and the head of the personnel department for
 * posts that are not above him. Nobody decides on a post that he holds, or on his own appointment.
 */
@Component
class AppointmentRight {

    private final PostRegister posts;
    private final Organisation organisation;
    private final AccessScope accessScope;
    private final String personnelCode;

    AppointmentRight(
            PostRegister posts,
            Organisation organisation,
            AccessScope accessScope,
            @Value("${haicap.org.personnel-department}") String personnelCode) {
        this.posts = posts;
        this.organisation = organisation;
        this.accessScope = accessScope;
        this.personnelCode = personnelCode;
    }

    void require(Caller caller, Post post) {
        accessScope.requireVerified(caller);
        var from = caller.post();
        if (from.postId().equals(post.id())) {
            throw Refusal.forbidden("own-post", Map.of("post", post.id()));
        }
        if (from.title() == Title.CITY_DIRECTOR) {
            return;
        }
        if (!isPersonnel(from.unitId()) || from.title() != Title.DEPARTMENT_HEAD) {
            throw Refusal.forbidden(
                    "no-right-to-appoint", Map.of("post", from.postId(), "on", post.id()));
        }
        if (posts.superiorsOf(from.postId()).contains(post.id())) {
            throw Refusal.forbidden("post-above", Map.of("post", from.postId(), "on", post.id()));
        }
    }

    void requireNotOneself(Caller caller, String serviceNumber) {
        if (serviceNumber.equals(caller.serviceNumber())) {
            throw Refusal.forbidden("own-appointment", Map.of("officer", serviceNumber));
        }
    }

    private boolean isPersonnel(String unitId) {
        return organisation
                .unit(unitId)
                .filter(unit -> unit.code().equals(personnelCode))
                .isPresent();
    }
}
