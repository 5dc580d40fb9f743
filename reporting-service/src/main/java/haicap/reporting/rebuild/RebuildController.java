package haicap.reporting.rebuild;

import haicap.platform.access.Caller;
import haicap.platform.access.OpenTo;
import haicap.platform.problems.Refusal;
import haicap.platform.writes.WriteRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For operators. */
@RestController
@RequestMapping("/api/v1/reporting/rebuild")
class RebuildController {

    private final OrderRebuild orders;
    private final RebuildTable table;

    RebuildController(OrderRebuild orders, RebuildTable table) {
        this.orders = orders;
        this.table = table;
    }

    @PostMapping
    @OpenTo(scopes = "operations", refusal = "rebuild-not-allowed")
    ResponseEntity<RebuildState> order(Caller caller, WriteRequest request) {
        requireOperator(caller);
        return orders.order(caller, request).toResponse();
    }

    @GetMapping
    RebuildState state(Caller caller) {
        requireOperator(caller);
        return table.state();
    }

    private static void requireOperator(Caller caller) {
        if (!caller.hasScope("operations")) {
            throw Refusal.forbidden("rebuild-not-allowed", Map.of());
        }
    }
}
