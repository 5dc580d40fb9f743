package haicap.acceptance.bench;

import java.util.List;

/** Measures one thing of the house beside a floor or a peer, and ends by itself. */
public interface Benchmark {

    /** As people type it. */
    String name();

    /** Runs it. */
    List<Measurement> run(Stage stage, Plan plan) throws Exception;
}
