package haicap.platform.retention;

import haicap.platform.access.Caller;
import haicap.platform.access.OpenTo;
import haicap.platform.orgcopy.Title;
import haicap.platform.problems.Refusal;
import haicap.platform.retention.RetentionReport.Report;
import haicap.platform.web.Cursors;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import haicap.platform.writes.WriteRequest;
import jakarta.validation.Valid;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What this part keeps for how long, and what it must keep longer. */
@RestController
@RequestMapping("/api/v1/${haicap.service}/retention")
class RetentionController {

    private final RetentionReport report;
    private final OrderHold orders;
    private final Holds holds;
    private final Cursors cursors;
    private final String place;

    RetentionController(
            RetentionReport report,
            OrderHold orders,
            Holds holds,
            Cursors cursors,
            @Value("${haicap.service}") String service) {
        this.report = report;
        this.orders = orders;
        this.holds = holds;
        this.cursors = cursors;
        this.place = "/api/v1/" + service + "/retention/holds";
    }

    @GetMapping
    Report report(Caller caller) {
        requireReader(caller);
        return report.now();
    }

    @GetMapping("/holds")
    ResponseEntity<Page<Hold>> holds(
            @RequestParam(required = false) @Nullable String cursor, Limit limit, Caller caller) {
        requireReader(caller);
        var after = cursor == null ? "" : cursors.open(cursor, 1).getFirst();
        return Page.of(holds.page(after, limit.value() + 1), limit, hold -> cursors.seal(hold.id()))
                .toResponse();
    }

    @GetMapping("/holds/{id}")
    Hold hold(@PathVariable String id, Caller caller) {
        requireReader(caller);
        return holds.get(id);
    }

    @PostMapping("/holds")
    @OpenTo(
            titles = {Title.CITY_DIRECTOR, Title.DEPUTY_DIRECTOR},
            refusal = "not-city-command")
    ResponseEntity<Hold> hold(
            @Valid @RequestBody OrderHold.Order order, Caller caller, WriteRequest request) {
        return orders.hold(order, place, caller, request).toResponse();
    }

    @PostMapping("/holds/{id}/release")
    @OpenTo(
            titles = {Title.CITY_DIRECTOR, Title.DEPUTY_DIRECTOR},
            refusal = "not-city-command")
    ResponseEntity<Hold> release(
            @PathVariable String id,
            @Valid @RequestBody OrderHold.Release release,
            Caller caller,
            WriteRequest request) {
        return orders.release(id, release, caller, request).toResponse();
    }

    private static void requireReader(Caller caller) {
        if (!caller.hasScope("audit")
                && !caller.holds(Title.CITY_DIRECTOR, Title.DEPUTY_DIRECTOR)) {
            throw Refusal.forbidden("retention-not-readable", Map.of());
        }
    }
}
