package haicap.acceptance.bench;

import haicap.acceptance.bench.floor.EmptyEndpoint;
import haicap.acceptance.client.Api;
import haicap.acceptance.load.Units;
import haicap.acceptance.load.Units.Unit;
import haicap.acceptance.system.RunningSystem;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** The system on which everything is measured, with an empty endpoint behind its gateway. */
public final class Stage implements AutoCloseable {

    private final EmptyEndpoint emptyEndpoint;
    private final RunningSystem system;
    private final Api api;
    private final List<Unit> units;

    private Stage(EmptyEndpoint emptyEndpoint, RunningSystem system) {
        this.emptyEndpoint = emptyEndpoint;
        this.system = system;
        this.api = Api.of(system);
        this.units = Units.ofToday(api);
    }

    static Stage open(Map<String, String> environment, List<String> options) {
        var floor = EmptyEndpoint.open();
        var all = new HashMap<>(environment);
        all.put("HAICAP_FLOOR_URL", floor.address());
        var system = RunningSystem.fresh("bench", all, options.toArray(String[]::new));
        return new Stage(floor, system);
    }

    /** The system. */
    public RunningSystem system() {
        return system;
    }

    /** Its public address. */
    public Api api() {
        return api;
    }

    /** The units that write; more than enough to stay below every caller's limit. */
    public List<Unit> units() {
        return units;
    }

    /** A full reconciliation with nothing on its way: all was relayed, and applied in reporting. */
    public JsonNode settled() {
        var auditor = api.as("auditor");
        return Awaitility.await("reconciliation")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> auditor.get("/api/v1/reconciliation"),
                        answer -> answer.accepted() && answer.json().path("inFlight").asInt() == 0)
                .json();
    }

    @Override
    public void close() {
        api.close();
        system.close();
        emptyEndpoint.close();
    }
}
