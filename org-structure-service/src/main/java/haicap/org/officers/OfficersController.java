package haicap.org.officers;

import haicap.platform.access.Caller;
import haicap.platform.problems.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One officer at a time, by service number or id; there is no list of people. */
@RestController
class OfficersController {

    private final Officers officers;

    OfficersController(Officers officers) {
        this.officers = officers;
    }

    record Found(List<Officer> items, @Nullable String next) {}

    @GetMapping("/api/v1/officers")
    Found withServiceNumber(@RequestParam String serviceNumber, Caller caller) {
        caller.requirePostOr("officers-not-readable", "audit", "operations");
        return new Found(officers.withServiceNumber(serviceNumber).stream().toList(), null);
    }

    @GetMapping("/api/v1/officers/{id}")
    Officer officer(@PathVariable String id, Caller caller) {
        caller.requirePostOr("officers-not-readable", "audit", "operations");
        return officers.find(id).orElseThrow(() -> Refusal.notFound("officer", id));
    }
}
