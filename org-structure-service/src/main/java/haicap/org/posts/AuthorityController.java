package haicap.org.posts;

import haicap.platform.access.Caller;
import haicap.platform.orgcopy.HeldPost;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.problems.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who holds what now, for a service whose own copy is too old to decide by. What was read some
 * seconds ago is no answer: then it is 503, and that service knows that nobody can say.
 */
@RestController
class AuthorityController {

    /** As long as a decision made elsewhere may take to be known. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private static final Duration SOON = Duration.ofSeconds(2);

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
        if (organisation.age().compareTo(FRESH) > 0) {
            throw Refusal.unavailable("organisation-unknown", SOON);
        }
        return new Authority(organisation.postsHeldBy(serviceNumber, clock.instant()));
    }
}
