package haicap.acceptance.bench;

import java.util.List;
import java.util.Map;

/** Measures one thing of the house beside a floor or a peer, and ends by itself. */
public interface Benchmark {

    /** As people type it. */
    String name();

    /**
     * The environment in which the parts run. Unless a benchmark says otherwise they run as in a
     * cluster: with all compilers, as floors and peers do, and without the caches that were
     * recorded for the start on the quick one.
     */
    default Map<String, String> environment() {
        return Map.of("HAICAP_JAVA_OPTS", "-XX:TieredStopAtLevel=4", "HAICAP_AOT", "off");
    }

    /** How the system is brought up: options of {@code ./haicap up}. */
    default List<String> options() {
        return List.of();
    }

    /** Runs it. */
    List<Measurement> run(Stage stage, Plan plan) throws Exception;
}
