package haicap.org.profiles;

import haicap.platform.problems.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What is known of a unit's area and people. */
@RestController
class ProfilesController {

    private final ProfileTable profiles;

    ProfilesController(ProfileTable profiles) {
        this.profiles = profiles;
    }

    @GetMapping("/api/v1/units/{id}/profile")
    Profile profile(@PathVariable String id) {
        return profiles.find(id).orElseThrow(() -> Refusal.notFound("unit-profile", id));
    }
}
