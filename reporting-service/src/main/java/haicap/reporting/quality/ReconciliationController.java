package haicap.reporting.quality;

import haicap.platform.access.Caller;
import haicap.platform.orgcopy.Title;
import haicap.platform.problems.Refusal;
import haicap.platform.web.Slow;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For auditors and the director. */
@RestController
class ReconciliationController {

    private final Reconcile reconcile;

    ReconciliationController(Reconcile reconcile) {
        this.reconcile = reconcile;
    }

    @Slow
    @GetMapping("/api/v1/reconciliation")
    Reconciliation now(Caller caller) {
        if (!caller.hasScope("audit") && !caller.holds(Title.CITY_DIRECTOR)) {
            throw Refusal.forbidden("reconciliation-not-allowed", Map.of());
        }
        return reconcile.now();
    }
}
