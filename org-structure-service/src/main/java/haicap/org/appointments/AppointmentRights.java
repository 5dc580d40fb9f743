package haicap.org.appointments;

import haicap.org.posts.PostRegister;
import haicap.platform.access.AccessScope;
import haicap.platform.access.Caller;
import haicap.platform.authority.Authority;
import haicap.platform.authority.Ruling;
import haicap.platform.authority.Subject;
import haicap.platform.orgcopy.Relation;
import haicap.platform.problems.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who decides on appointments: whom the rules of authority let. */
@Component
class AppointmentRights {

    private final PostRegister posts;
    private final Authority authority;
    private final AccessScope accessScope;

    AppointmentRights(PostRegister posts, Authority authority, AccessScope accessScope) {
        this.posts = posts;
        this.authority = authority;
        this.accessScope = accessScope;
    }

    /** Whoever reads an appointment reads of whom it is. */
    static void requireReader(Caller caller) {
        caller.requirePostOr("officers-not-readable", "audit", "operations");
    }

    /** The rule by which the caller decides on that post and, if one is named, on that officer. */
    Ruling require(Caller caller, String postId, @Nullable String serviceNumber) {
        if (posts.find(postId).isEmpty()) {
            throw Refusal.notFound("post", postId);
        }
        accessScope.requireVerified(caller);
        var from = caller.post().postId();
        var subject =
                Subject.of(postId)
                        .with(Relation.OWN_POST, from.equals(postId))
                        .with(Relation.BELOW, posts.superiorsOf(from).contains(postId))
                        .with(
                                Relation.SELF,
                                serviceNumber != null
                                        && serviceNumber.equals(caller.serviceNumber()));
        return authority.require("appointment.decision", caller, subject);
    }
}
