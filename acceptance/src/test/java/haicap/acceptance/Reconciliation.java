package haicap.acceptance;

import java.time.Duration;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** The comparison of the figures with a recount at the sources, when nothing is on its way. */
final class Reconciliation {

    private Reconciliation() {}

    static JsonNode awaitSettled(House house) {
        var auditor = house.as("auditor");
        return Awaitility.await("reconciliation")
                .atMost(Duration.ofSeconds(40))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> auditor.get("/api/v1/reconciliation"),
                        answer ->
                                answer.status() == 200
                                        && answer.json().path("inFlight").asInt() == 0
                                        // a re-announcement is still on its way
                                        && !answer.body().contains("older-version"))
                .json();
    }
}
