package haicap.platform.posthandover;

import haicap.platform.access.Caller;
import haicap.platform.access.OpenTo;
import haicap.platform.orgcopy.Title;
import haicap.platform.writes.WriteRequest;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hand-over of a post's whole work in this service, decided by the command of its unit. */
@RestController
@RequestMapping("/api/v1/${haicap.service}/post-hand-overs")
class PostHandOverController {

    private final HandOverPost handOver;

    PostHandOverController(HandOverPost handOver) {
        this.handOver = handOver;
    }

    @PostMapping
    @OpenTo(
            titles = {
                Title.CITY_DIRECTOR,
                Title.DEPUTY_DIRECTOR,
                Title.DEPARTMENT_HEAD,
                Title.DISTRICT_CHIEF,
                Title.COMMUNE_CHIEF
            },
            refusal = "post-hand-over-by-chief")
    ResponseEntity<PostHandOver> run(
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Valid @RequestBody PostHandOverRequest order,
            Caller caller,
            WriteRequest request) {
        return handOver.run(dryRun, order, caller, request).toResponse();
    }
}
