package haicap.acceptance;

import haicap.acceptance.client.Api;
import haicap.acceptance.client.Session;
import haicap.acceptance.load.Units;
import haicap.acceptance.load.Units.Unit;
import haicap.acceptance.system.RunningSystem;
import java.util.List;
import java.util.Map;

/** The running system as tests need it. */
record House(RunningSystem system, Api api, List<Unit> units) implements AutoCloseable {

    static House open() {
        // so few records are kept that a test can outlive them
        var system =
                RunningSystem.fresh(
                        "tests",
                        Map.of("HAICAP_FEED_KEPT", "1000"),
                        "--replicas",
                        "case=2,reporting=2");
        try {
            var api = Api.of(system);
            return new House(system, api, Units.ofToday(api));
        } catch (RuntimeException e) {
            system.close();
            throw e;
        }
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
    }
}
