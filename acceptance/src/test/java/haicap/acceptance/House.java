package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.client.Answer;
import haicap.acceptance.client.Api;
import haicap.acceptance.client.Session;
import haicap.acceptance.contract.Document;
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
            var document = Document.in(system.checkout().resolve("contracts"));
            var api = Api.of(system, answer -> hold(answer, document));
            return new House(system, api, Units.ofToday(api), collector);
        } catch (RuntimeException e) {
            system.close();
            collector.close();
            throw e;
        }
    }

    /** Whatever a test asks for, what it is answered is what the document says. */
    private static void hold(Answer answer, Document document) {
        assertThat(document.differences(answer.response())).as("%s", answer).isEmpty();
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
