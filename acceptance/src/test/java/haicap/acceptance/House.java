package haicap.acceptance;

import haicap.acceptance.client.Api;
import haicap.acceptance.client.Session;
import haicap.acceptance.load.Units;
import haicap.acceptance.load.Units.Unit;
import haicap.acceptance.system.RunningSystem;
import java.util.List;
import java.util.Map;

/** The running system as tests need it. */
record House(RunningSystem system, Api api, List<Unit> units, Collector collector)
        implements AutoCloseable {

    static House open() {
        var collector = Collector.open();
        var system =
                RunningSystem.fresh(
                        "tests", settings(collector), "--replicas", "case=2,reporting=2");
        try {
            var api = Api.of(system);
            return new House(system, api, Units.ofToday(api), collector);
        } catch (RuntimeException e) {
            system.close();
            collector.close();
            throw e;
        }
    }

    /**
     * So few records are kept that a test can outlive them. Traces are recorded only where a caller
     * does.
     */
    private static Map<String, String> settings(Collector collector) {
        return Map.of(
                "HAICAP_FEED_KEPT", "1000",
                "OTEL_EXPORTER_OTLP_ENDPOINT", collector.endpoint(),
                "OTEL_TRACES_SAMPLER", "parentbased_always_off",
                "OTEL_BSP_SCHEDULE_DELAY", "200");
    }

    Session as(String client) {
        return api.as(client);
    }

    /** A unit of its own for a test that counts: taken from the end, by number. */
    Unit unit(int number) {
        return units.get(units.size() - number);
    }

    @Override
    public void close() {
        api.close();
        system.close();
        collector.close();
    }
}
