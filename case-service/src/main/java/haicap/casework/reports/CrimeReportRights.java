package haicap.casework.reports;

import haicap.platform.access.AccessScope;
import haicap.platform.access.Caller;
import haicap.platform.deadlines.Obliged;
import haicap.platform.orgcopy.HeldPost;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.orgcopy.Post;
import haicap.platform.orgcopy.Tier;
import haicap.platform.orgcopy.Title;
import haicap.platform.orgcopy.Unit;
import haicap.platform.problems.Refusal;
import haicap.platform.time.Hanoi;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Who sees all reports, and who may decide what on one that he sees. Each refusal is a 403 that
 * names its rule.
 */
@Component
class CrimeReportRights {

    private static final String INVESTIGATION_OFFICE = "pc01";
    private static final String DEPUTY_FOR_CRIME = "CRIME";

    private final Organisation organisation;
    private final AccessScope accessScope;
    private final InvestigationAgency agency;

    CrimeReportRights(
            Organisation organisation, AccessScope accessScope, InvestigationAgency agency) {
        this.organisation = organisation;
        this.accessScope = accessScope;
        this.agency = agency;
    }

    /** The city's command, and the office of the investigation agency. */
    static boolean seesAll(Caller caller) {
        return caller.oversees(INVESTIGATION_OFFICE);
    }

    /** Whether it is the post of the head of that office. */
    static boolean headsInvestigationOffice(HeldPost post) {
        return post.heads(INVESTIGATION_OFFICE);
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

    /** Classification and assignment: the command of the custodian. */
    void requireCommand(Caller caller, CrimeReport report) {
        var post = caller.post();
        if (!isOfCustodian(post, report) || !post.title().commands()) {
            throw refusal("not-commander", post, report);
        }
    }

    /** To confirm a correction: the command of the custodian, but not who handles the report. */
    void requireCorrection(Caller caller, CrimeReport report) {
        requireCommand(caller, report);
        var post = caller.post();
        if (post.postId().equals(report.head().decidedPost())) {
            throw refusal("correction-by-handler", post, report);
        }
    }

    /** Hand-over: the custodian's chief, or the deputy in charge of crime. */
    void requireHandOver(Caller caller, CrimeReport report) {
        var post = caller.post();
        if (!isOfCustodian(post, report) || !handsOver(post)) {
            throw refusal("hand-over-by-chief", post, report);
        }
    }

    /**
     * Extension: the head or a deputy head of the agency, never who handles the report. Heads of
     * the agency are the heads of its departments, each for what the own department has, that of
     * the office for all; and, over a department's head who handles a report himself, the deputy
     * director to whom that head reports.
     */
    void requireExtension(Caller caller, CrimeReport report) {
        var post = caller.post();
        var handler = report.head().decidedPost();
        if (handler != null
                && caller.posts().stream().anyMatch(held -> held.postId().equals(handler))) {
            throw refusal("extension-by-handler", post, report);
        }
        if (!headsAgency(post, report)) {
            throw refusal("extension-by-agency-head", post, report);
        }
    }

    /** To institute a case or not to: a post of the agency's office. */
    void requireInstitution(Caller caller, CrimeReport report) {
        var post = caller.post();
        if (!agency.isOffice(post.unitId())) {
            throw refusal("institution-by-agency-office", post, report);
        }
    }

    /** To fulfil a duty: any post of the custodian. */
    void requireCustody(Caller caller, CrimeReport report) {
        var post = caller.post();
        if (!isOfCustodian(post, report)) {
            throw refusal("not-custodian", post, report);
        }
    }

    /** Refuses with 409 a report that has not come to the agency yet. */
    void requireWithAgency(CrimeReport report) {
        var custodian = custodian(report);
        if (!agency.includes(custodian)) {
            throw Refusal.conflict(
                    "report-not-with-agency", Map.of("id", report.head().id(), "unit", custodian));
        }
    }

    /** Refuses with 422 what is no other department of the agency. */
    void requireReceiver(String unitId, String custodian) {
        if (!agency.includes(unitId)) {
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

    private boolean isOfCustodian(HeldPost post, CrimeReport report) {
        return post.unitId().equals(custodian(report));
    }

    private boolean headsAgency(HeldPost post, CrimeReport report) {
        return switch (post.title()) {
            case DEPARTMENT_HEAD ->
                    agency.isOffice(post.unitId())
                            || agency.includes(post.unitId()) && isOfCustodian(post, report);
            case DEPUTY_DIRECTOR -> isAboveHandlingHead(post, report);
            case CITY_DIRECTOR, DISTRICT_CHIEF, COMMUNE_CHIEF, COMMUNE_DEPUTY, DUTY_OFFICER ->
                    false;
        };
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

    private static boolean handsOver(HeldPost post) {
        return switch (post.title()) {
            case CITY_DIRECTOR, DEPARTMENT_HEAD, DISTRICT_CHIEF, COMMUNE_CHIEF -> true;
            case COMMUNE_DEPUTY -> DEPUTY_FOR_CRIME.equals(post.field());
            case DEPUTY_DIRECTOR, DUTY_OFFICER -> false;
        };
    }

    private Refusal refusal(String code, HeldPost post, CrimeReport report) {
        return Refusal.forbidden(
                code,
                Map.of("id", report.head().id(), "unit", custodian(report), "post", post.postId()));
    }
}
