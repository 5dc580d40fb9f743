package haicap.casework.reports;

import haicap.platform.access.AccessScope;
import haicap.platform.access.Caller;
import haicap.platform.authority.Authority;
import haicap.platform.authority.Ruling;
import haicap.platform.deadlines.Obliged;
import haicap.platform.orgcopy.Function;
import haicap.platform.orgcopy.HeldPost;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.orgcopy.Post;
import haicap.platform.orgcopy.Relation;
import haicap.platform.orgcopy.Tier;
import haicap.platform.orgcopy.Title;
import haicap.platform.orgcopy.Unit;
import haicap.platform.problems.Refusal;
import haicap.platform.records.RecordSubjects;
import haicap.platform.time.Hanoi;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Who sees all reports, and who may decide what on one that he sees: whom the rules of authority
 * let.
 */
@Component
class CrimeReportRights {

    private final Authority authority;
    private final RecordSubjects subjects;
    private final Organisation organisation;
    private final AccessScope accessScope;
    private final Clock clock;

    CrimeReportRights(
            Authority authority,
            RecordSubjects subjects,
            Organisation organisation,
            AccessScope accessScope,
            Clock clock) {
        this.authority = authority;
        this.subjects = subjects;
        this.organisation = organisation;
        this.accessScope = accessScope;
        this.clock = clock;
    }

    /** The city's command, and the office of the investigation agency. */
    static boolean seesAll(Caller caller) {
        return caller.oversees(Function.INVESTIGATION_OFFICE);
    }

    /** Whether it is the post of the head of that office. */
    static boolean headsInvestigationOffice(HeldPost post) {
        return post.heads(Function.INVESTIGATION_OFFICE);
    }

    /** The rule by which the caller may do that to a report; 403 that names what stands against. */
    Ruling require(String action, Caller caller, CrimeReport report) {
        var subject =
                subjects.of(report, CrimeReport.OBJECT_CLASS, caller)
                        .with(Relation.ABOVE_HANDLER, isAboveHandlingHead(caller.post(), report))
                        .with(Relation.OWN_AREA, isInArea(caller.post(), report))
                        .ofSeverity(report.severity());
        return authority.require(CrimeReport.KIND + "." + action, caller, subject);
    }

    private boolean isAboveHandlingHead(HeldPost post, CrimeReport report) {
        var handler = report.head().decidedPost();
        return handler != null
                && organisation
                        .post(handler)
                        .filter(each -> each.title() == Title.DEPARTMENT_HEAD)
                        .map(Post::reportsTo)
                        .filter(post.postId()::equals)
                        .isPresent();
    }

    private boolean isInArea(HeldPost post, CrimeReport report) {
        var place = report.placeUnitId();
        return place != null
                && accessScope.custodian(place, CrimeReport.OBJECT_CLASS).equals(post.unitId());
    }

    /**
     * As whom the law obliges the unit. One that the copy does not know yet counts as a commune:
     * intake is never refused, and a commune's limits are the shorter ones.
     */
    Obliged holder(String unitId) {
        var tier = organisation.unit(unitId).map(Unit::tier).orElse(Tier.COMMUNE);
        return switch (tier) {
            case COMMUNE -> Obliged.COMMUNE;
            case CITY, DEPARTMENT, DISTRICT -> Obliged.INVESTIGATION_BODY;
        };
    }

    /** As whom the law obliged, at that moment, whoever had what is stored under the unit. */
    Obliged holderThen(String storedUnitId, Instant at) {
        return holder(organisation.heir(storedUnitId, CrimeReport.OBJECT_CLASS, Hanoi.dayOf(at)));
    }

    /** Refuses with 409 a report that has not come to the agency yet. */
    void requireWithAgency(CrimeReport report) {
        var custodian = custodian(report);
        if (!isOfAgency(custodian)) {
            throw Refusal.conflict(
                    "report-not-with-agency", Map.of("id", report.head().id(), "unit", custodian));
        }
    }

    /** Refuses with 422 what is no other department of the agency. */
    void requireReceiver(String unitId, String custodian) {
        if (!isOfAgency(unitId)) {
            throw Refusal.invalid(
                    "/toUnitId", "not-investigation-department", Map.of("unit", unitId));
        }
        if (unitId.equals(custodian)) {
            throw Refusal.invalid("/toUnitId", "unit-has-custody", Map.of("unit", unitId));
        }
    }

    /** Refuses with 422 a post that is not the unit's or that nobody holds now. */
    void requireAssignable(String postId, String custodian, Instant now) {
        var ofUnit =
                organisation
                        .post(postId)
                        .filter(post -> post.unitId().equals(custodian))
                        .isPresent();
        if (!ofUnit) {
            throw Refusal.invalid(
                    "/postId", "post-of-other-unit", Map.of("post", postId, "unit", custodian));
        }
        if (!organisation.isHeld(postId, now)) {
            throw Refusal.invalid("/postId", "post-vacant", Map.of("post", postId));
        }
    }

    private String custodian(CrimeReport report) {
        return accessScope.custodian(report.head().unitId(), CrimeReport.OBJECT_CLASS);
    }

    private boolean isOfAgency(String unitId) {
        return organisation.performs(unitId, Function.INVESTIGATION, Hanoi.today(clock));
    }
}
