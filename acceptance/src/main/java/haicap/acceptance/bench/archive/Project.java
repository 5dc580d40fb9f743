package haicap.acceptance.bench.archive;

import haicap.acceptance.bench.Aim;
import haicap.acceptance.bench.Benchmark;
import haicap.acceptance.bench.Compilers;
import haicap.acceptance.bench.Measurement;
import haicap.acceptance.bench.Measures;
import haicap.acceptance.bench.Plan;
import haicap.acceptance.bench.Stage;
import haicap.acceptance.system.Parts;
import java.util.List;

/**
 * How fast events become facts, figures and feed while there is a backlog: from the first tenth of
 * it to its end. The backlog grows while reporting is stopped, not ended, so that it goes on as one
 * that has run for long.
 */
public final class Project implements Benchmark {

    @Override
    public String name() {
        return "project";
    }

    @Override
    public List<Measurement> run(Stage stage, Plan plan) throws Exception {
        var measures = new Measures(name());
        var archive = new Archive(stage);
        try (var heard = new Heard(stage.system());
                var floor = new BareUpsert(stage.system().postgres())) {
            floor.perSecond(plan.backlog() / 10);
            new Compilers(stage.system())
                    .warmUp(plan.warmUp(), () -> rate(stage, archive, heard, plan.backlog()));
            for (var run = 0; run < plan.runs(); run++) {
                measures.add(
                        "events into facts, figures and feed (floor: bare batch upsert)",
                        "events/s",
                        Aim.timesFloorAtLeast(0.3),
                        rate(stage, archive, heard, plan.backlog()),
                        floor.perSecond(plan.backlog()));
            }
        }
        return measures.medians(stage.system().process(Parts.REPORTING).flags());
    }

    private static double rate(Stage stage, Archive archive, Heard heard, int events)
            throws Exception {
        var before = heard.applied();
        var reporting = stage.system().process(Parts.REPORTING);
        reporting.pause();
        try {
            archive.add(events);
        } finally {
            reporting.wake();
        }
        var atTenth = heard.await(before + events / 10);
        var counted = heard.applied();
        var atEnd = heard.await(before + events);
        return (before + events - counted) / ((atEnd - atTenth) / 1e9);
    }
}
