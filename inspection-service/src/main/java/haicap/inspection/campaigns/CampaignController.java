package haicap.inspection.campaigns;

import haicap.platform.access.Caller;
import haicap.platform.access.OpenTo;
import haicap.platform.orgcopy.Title;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import haicap.platform.writes.WriteRequest;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/campaigns")
class CampaignController {

    private final AnnounceCampaign announce;
    private final ScheduleCampaign schedule;
    private final ReadCampaigns read;

    CampaignController(AnnounceCampaign announce, ScheduleCampaign schedule, ReadCampaigns read) {
        this.announce = announce;
        this.schedule = schedule;
        this.read = read;
    }

    @PostMapping
    @OpenTo(titles = Title.CITY_DIRECTOR, headsOf = "pv01", refusal = "not-staff-office")
    ResponseEntity<CampaignView> announce(
            @Valid @RequestBody AnnounceCampaign.Plan plan, Caller caller, WriteRequest request) {
        return announce.announce(plan, caller, request).toResponse();
    }

    @PostMapping("/{id}/schedule")
    @OpenTo(officers = true, absent = Campaign.KIND)
    ResponseEntity<CampaignView> schedule(
            @PathVariable String id,
            @Valid @RequestBody Schedule wanted,
            Caller caller,
            WriteRequest request) {
        return schedule.schedule(id, wanted, caller, request).toResponse();
    }

    @GetMapping("/{id}")
    ResponseEntity<CampaignView> read(@PathVariable String id, Caller caller) {
        var campaign = read.read(id, caller);
        return ResponseEntity.ok().eTag(campaign.version().etag()).body(campaign);
    }

    @GetMapping("/{id}/teams")
    CampaignView.Teams teams(@PathVariable String id, Caller caller) {
        return read.teams(id, caller);
    }

    @GetMapping
    ResponseEntity<Page<CampaignView>> list(
            @RequestParam(required = false) @Nullable String cursor, Limit limit, Caller caller) {
        return read.list(caller, limit, cursor).toResponse();
    }
}
