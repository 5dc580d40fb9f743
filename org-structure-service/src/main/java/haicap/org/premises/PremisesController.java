package haicap.org.premises;

import haicap.platform.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a unit has to work in. */
@RestController
class PremisesController {

    private final PremisesTable premises;

    PremisesController(PremisesTable premises) {
        this.premises = premises;
    }

    @GetMapping("/api/v1/units/{id}/premises")
    Page<Premises> ofUnit(@PathVariable String id) {
        return new Page<>(premises.of(id), null);
    }
}
