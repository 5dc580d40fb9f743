package haicap.inspection.obstacles;

import haicap.platform.access.AccessScope;
import haicap.platform.access.Caller;
import haicap.platform.authority.Authority;
import haicap.platform.authority.Ruling;
import haicap.platform.orgcopy.Relation;
import haicap.platform.records.RecordSubjects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may do what to an obstacle: whom the rules of authority let. */
@Component
class ObstacleRights {

    private final Authority authority;
    private final RecordSubjects subjects;
    private final AccessScope accessScope;

    ObstacleRights(Authority authority, RecordSubjects subjects, AccessScope accessScope) {
        this.authority = authority;
        this.subjects = subjects;
        this.accessScope = accessScope;
    }

    Ruling require(String action, Caller caller, Obstacle obstacle) {
        var reply = obstacle.reply();
        var subject =
                subjects.of(obstacle, Obstacle.OBJECT_CLASS, caller)
                        .with(Relation.ADDRESSEE, isAsked(caller, obstacle.directedTo()))
                        .with(
                                Relation.SIGNER,
                                reply != null && reply.byOfficer().equals(caller.name()));
        return authority.require(Obstacle.KIND + "." + action, caller, subject);
    }

    /** While nobody was asked, any head passes here, and is refused for the state. */
    private boolean isAsked(Caller caller, @Nullable String directedTo) {
        return directedTo == null
                || accessScope
                        .custodian(directedTo, Obstacle.OBJECT_CLASS)
                        .equals(caller.post().unitId());
    }
}
