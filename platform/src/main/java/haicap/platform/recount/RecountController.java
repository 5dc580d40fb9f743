package haicap.platform.recount;

import haicap.platform.access.Caller;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What this service counts, for the reader of its topic who compares, and who says within how long
 * the relay has to have sent it.
 */
@RestController
@RequestMapping("/internal/recount")
class RecountController {

    private static final String SCOPE = "internal.recount";

    private final CountedKinds kinds;

    RecountController(CountedKinds kinds) {
        this.kinds = kinds;
    }

    @GetMapping
    Recount<UnitSums> units(
            @RequestParam Instant at,
            @RequestParam String kind,
            @RequestParam(defaultValue = "PT10S") Duration within,
            Caller caller) {
        caller.requireScope(SCOPE);
        return kinds.units(kind, at, within);
    }

    @GetMapping(params = "unitId")
    Recount<CountedFile> files(
            @RequestParam Instant at,
            @RequestParam String kind,
            @RequestParam String unitId,
            @RequestParam(defaultValue = "PT10S") Duration within,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String upTo,
            Caller caller) {
        caller.requireScope(SCOPE);
        return kinds.files(kind, unitId, Part.of(after, upTo), at, within);
    }
}
