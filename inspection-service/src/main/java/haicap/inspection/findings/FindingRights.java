package haicap.inspection.findings;

import haicap.platform.access.Caller;
import haicap.platform.authority.Authority;
import haicap.platform.authority.Ruling;
import haicap.platform.orgcopy.Relation;
import haicap.platform.records.RecordSubjects;
import org.springframework.stereotype.Component;

/** Who may do what to a finding: whom the rules of authority let. */
@Component
class FindingRights {

    private final Authority authority;
    private final RecordSubjects subjects;

    FindingRights(Authority authority, RecordSubjects subjects) {
        this.authority = authority;
        this.subjects = subjects;
    }

    Ruling require(String action, Caller caller, Finding finding) {
        var remedy = finding.remedy();
        var subject =
                subjects.of(finding, Finding.OBJECT_CLASS, caller)
                        .with(
                                Relation.LEADER,
                                caller.post().postId().equals(finding.leaderPostId()))
                        .with(
                                Relation.SIGNER,
                                remedy != null && remedy.byOfficer().equals(caller.name()));
        return authority.require(Finding.KIND + "." + action, caller, subject);
    }
}
