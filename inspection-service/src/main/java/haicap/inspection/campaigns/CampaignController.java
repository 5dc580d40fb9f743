package haicap.inspection.campaigns;

import haicap.inspection.findings.Topic;
import haicap.inspection.visits.Progress;
import haicap.platform.access.Caller;
import haicap.platform.access.OpenTo;
import haicap.platform.problems.Refusal;
import haicap.platform.records.Correction;
import haicap.platform.records.CorrectionDecisionRequest;
import haicap.platform.records.CorrectionRequest;
import haicap.platform.records.Decision;
import haicap.platform.records.Filter;
import haicap.platform.records.Head;
import haicap.platform.records.HistoryLine;
import haicap.platform.records.Outcome;
import haicap.platform.records.Records;
import haicap.platform.texts.Text;
import haicap.platform.time.NotLongAgo;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import haicap.platform.writes.WriteRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The addresses of campaigns: who may do what, and what happens then. */
@RestController
@RequestMapping("/api/v1/campaigns")
class CampaignController {

    /** What is decided; without topics it is about all five. */
    record CampaignRequest(
            @NotNull @Text(max = 100) String decisionNumber,
            @Nullable @NotLongAgo Instant decidedAt,
            @NotNull @Text(max = 400) String title,
            @NotNull LocalDate startsOn,
            @NotNull LocalDate endsOn,
            @Nullable @Size(min = 1, max = 5) Set<@NotNull Topic> topics) {

        private static final int DAYS_AT_MOST = 366;
        private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

        Decision decision(Instant now) {
            return new Decision(decisionNumber, decidedAt == null ? now : decidedAt, null, null);
        }

        /** The campaign that it makes. */
        Outcome<Campaign> announced(String id, Caller by, Instant now) {
            requireDays();
            return CampaignType.ANNOUNCE.of(
                    new Campaign(
                            Head.first(id, CampaignType.UNIT, null, now, null),
                            CampaignState.ANNOUNCED,
                            title,
                            decisionNumber,
                            startsOn,
                            endsOn,
                            List.copyOf(
                                    topics == null
                                            ? EnumSet.allOf(Topic.class)
                                            : EnumSet.copyOf(topics)),
                            by.post().postId(),
                            new Campaign.Texts()));
        }

        private void requireDays() {
            if (startsOn.isBefore(FIRST)) {
                throw Refusal.invalid("/startsOn", "day-too-early", Map.of("from", FIRST));
            }
            var last = startsOn.plusDays(DAYS_AT_MOST - 1L);
            if (endsOn.isBefore(startsOn) || endsOn.isAfter(last)) {
                throw Refusal.invalid(
                        "/endsOn", "day-out-of-range", Map.of("from", startsOn, "to", last));
            }
        }
    }

    private final Records<Campaign> campaigns;
    private final CampaignRights rights;
    private final ScheduleCampaign schedule;
    private final Progress progress;

    CampaignController(
            Records<Campaign> campaigns,
            CampaignRights rights,
            ScheduleCampaign schedule,
            Progress progress) {
        this.campaigns = campaigns;
        this.rights = rights;
        this.schedule = schedule;
        this.progress = progress;
    }

    @PostMapping
    @OpenTo(byRule = "campaign.announcement")
    ResponseEntity<CampaignView> announce(
            @Valid @RequestBody CampaignRequest plan, Caller caller, WriteRequest request) {
        var ruling = rights.requireAnnouncement(caller);
        return campaigns
                .open(
                        plan::decision,
                        caller,
                        request,
                        (id, now) -> plan.announced(id, caller, now).allowedBy(ruling))
                .toResponse();
    }

    @PostMapping("/{id}/schedule")
    @OpenTo(officers = true, absent = Campaign.KIND)
    ResponseEntity<CampaignView> schedule(
            @PathVariable String id,
            @Valid @RequestBody ScheduleRequest wanted,
            Caller caller,
            WriteRequest request) {
        return schedule.schedule(id, wanted, caller, request).toResponse();
    }

    @PostMapping("/{id}/corrections")
    @OpenTo(officers = true, absent = Campaign.KIND)
    ResponseEntity<Correction> correct(
            @PathVariable String id,
            @Valid @RequestBody CorrectionRequest correction,
            Caller caller,
            WriteRequest request) {
        return campaigns
                .corrections()
                .propose(
                        id,
                        correction,
                        caller,
                        request,
                        campaign ->
                                rights.require("correction-proposal", caller, campaign.record()))
                .toResponse();
    }

    @PostMapping("/{id}/corrections/{correctionId}/confirmation")
    @OpenTo(officers = true, absent = Campaign.KIND)
    ResponseEntity<CampaignView> confirmCorrection(
            @PathVariable String id,
            @PathVariable String correctionId,
            @Valid @RequestBody CorrectionDecisionRequest confirmation,
            Caller caller,
            WriteRequest request) {
        return campaigns
                .corrections()
                .decideOnRecorded(
                        id,
                        correctionId,
                        confirmation,
                        caller,
                        request,
                        campaign -> rights.require("correction", caller, campaign.record()),
                        Campaign::corrected)
                .toResponse();
    }

    @GetMapping("/{id}/corrections")
    Page<Correction> corrections(@PathVariable String id, Caller caller) {
        return campaigns.corrections().of(id, caller);
    }

    @GetMapping("/{id}")
    ResponseEntity<CampaignView> read(@PathVariable String id, Caller caller) {
        var campaign = CampaignView.of(campaigns.read(id, caller));
        return ResponseEntity.ok().eTag(campaign.version().etag()).body(campaign);
    }

    @GetMapping("/{id}/teams")
    CampaignView.Teams teams(@PathVariable String id, Caller caller) {
        campaigns.read(id, caller);
        return new CampaignView.Teams(id, progress.of(id));
    }

    @GetMapping("/{id}/history")
    ResponseEntity<Page<HistoryLine>> history(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            Limit limit,
            Caller caller) {
        return campaigns.history(id, caller, limit, cursor).toResponse();
    }

    @GetMapping
    ResponseEntity<Page<CampaignView>> list(
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String cursor,
            Limit limit,
            Caller caller) {
        var filter = new Filter().numbered(number);
        return campaigns.list(filter, caller, limit, cursor, CampaignView::of).toResponse();
    }
}
