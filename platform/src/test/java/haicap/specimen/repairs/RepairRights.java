package haicap.specimen.repairs;

import haicap.platform.access.Caller;
import haicap.platform.authority.Authority;
import haicap.platform.authority.Ruling;
import haicap.platform.orgcopy.Relation;
import haicap.platform.orgcopy.Title;
import haicap.platform.records.RecordSubjects;
import org.springframework.stereotype.Component;

/** Who sees which repairs, and who decides what: whom the rules of authority let. */
@Component
class RepairRights {

    private final Authority authority;
    private final RecordSubjects subjects;

    RepairRights(Authority authority, RecordSubjects subjects) {
        this.authority = authority;
        this.subjects = subjects;
    }

    static boolean seesAll(Caller caller) {
        return caller.holds(Title.CITY_DIRECTOR);
    }

    Ruling require(String action, Caller caller, Repair repair) {
        var subject =
                subjects.of(repair, Repair.OBJECT_CLASS, caller)
                        .with(Relation.ADDRESSEE, caller.post().unitId().equals(repair.workshop()));
        return authority.require(Repair.KIND + "." + action, caller, subject);
    }
}
