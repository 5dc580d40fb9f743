package haicap.org.posts;

import haicap.platform.access.Caller;
import haicap.platform.orgcopy.HeldPost;
import haicap.platform.orgcopy.Organisation;
import java.time.Clock;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who holds what now, for a service whose own copy is too old to decide by. */
@RestController
class AuthorityController {

    private final Organisation organisation;
    private final Clock clock;

    AuthorityController(Organisation organisation, Clock clock) {
        this.organisation = organisation;
        this.clock = clock;
    }

    record Authority(List<HeldPost> posts) {}

    @GetMapping("/internal/authority")
    Authority authority(@RequestParam String serviceNumber, Caller caller) {
        caller.requireScope("internal.authority");
        return new Authority(organisation.postsHeldBy(serviceNumber, clock.instant()));
    }
}
